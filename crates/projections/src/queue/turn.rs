//! Whose turn it is with a paper.

use khen_domain::{CommandKind, Role};

/// What a paper is about.
pub(super) struct About {
    pub(super) campaign: String,
    pub(super) unit: Option<String>,
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
}

impl Turn {
    /// Any desk of the role.
    pub(super) fn any(role: Role, act: CommandKind) -> Self {
        Self::Wait(Waiting {
            role,
            act,
            is_own_unit: false,
            memory: String::new(),
        })
    }

    /// A desk of the paper's own unit.
    pub(super) fn unit(role: Role, act: CommandKind) -> Self {
        Self::Wait(Waiting {
            role,
            act,
            is_own_unit: true,
            memory: String::new(),
        })
    }

    /// The same turn, with something to remember.
    pub(super) fn remembering(self, memory: String) -> Self {
        match self {
            Self::Wait(waiting) => Self::Wait(Waiting { memory, ..waiting }),
            Self::Keep | Self::Done => self,
        }
    }
}
