//! Whose turn it is with a paper.

use jiff::Timestamp;

use khen_domain::{CommandKind, Role, StreamKey};

/// What a paper is about.
pub(super) struct About {
    pub(super) campaign: Option<String>,
    pub(super) unit: Option<String>,
}

impl About {
    /// The key of a session, a presentation or a decision is its campaign and a number.
    pub(super) fn of_stream(stream: &StreamKey) -> Option<Self> {
        let (campaign, _) = stream.key().rsplit_once('-')?;
        Some(Self {
            campaign: Some(campaign.to_owned()),
            unit: None,
        })
    }
}

/// What an event makes of a waiting paper.
pub(super) enum Turn {
    /// Nothing changes.
    Keep,
    /// It waits for somebody.
    Wait(Waiting),
    /// Nobody needs to act any more.
    Done,
}

/// Whom it waits for, and for what.
pub(super) struct Waiting {
    pub(super) role: Role,
    pub(super) act: CommandKind,
    /// Only a desk of the paper's own unit.
    pub(super) is_own_unit: bool,
    pub(super) memory: String,
    pub(super) clock: Clock,
    pub(super) own: Own,
}

/// Since when the time for an act is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clock {
    /// Since it came to this desk for this act.
    Anew,
    /// As for the act before.
    RunsOn,
}

/// A time that an act has of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Own {
    /// None: there is a rule, or no time at all.
    Nothing,
    /// This one.
    At(Timestamp),
    /// That of the act before.
    AsBefore,
}

impl Turn {
    /// Any desk of the role.
    pub(super) fn any(role: Role, act: CommandKind) -> Self {
        Self::Wait(Waiting {
            role,
            act,
            is_own_unit: false,
            memory: String::new(),
            clock: Clock::Anew,
            own: Own::Nothing,
        })
    }

    /// A desk of the paper's own unit.
    pub(super) fn unit(role: Role, act: CommandKind) -> Self {
        Self::Wait(Waiting {
            role,
            act,
            is_own_unit: true,
            memory: String::new(),
            clock: Clock::Anew,
            own: Own::Nothing,
        })
    }

    /// The same turn, with something to remember.
    pub(super) fn remembering(self, memory: String) -> Self {
        match self {
            Self::Wait(waiting) => Self::Wait(Waiting { memory, ..waiting }),
            Self::Keep | Self::Done => self,
        }
    }

    /// The same turn, while the time of the act before runs on.
    pub(super) fn on_the_same_clock(self) -> Self {
        match self {
            Self::Wait(waiting) => Self::Wait(Waiting {
                clock: Clock::RunsOn,
                ..waiting
            }),
            Self::Keep | Self::Done => self,
        }
    }

    /// The same turn, with a time of its own.
    pub(super) fn due(self, own: Own) -> Self {
        match self {
            Self::Wait(waiting) => Self::Wait(Waiting { own, ..waiting }),
            Self::Keep | Self::Done => self,
        }
    }
}
