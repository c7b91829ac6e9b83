//! What a later decision needs to know of a session of the Council.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Moment, NominationId, PersonId,
    campaign::VotingRules,
    council_session::{Choice, Exception, Member, Mode, Seat},
};

/// The situation of a session (phiên họp).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum State {
    /// There is no such session.
    #[default]
    Absent,
    /// Convened; its agenda may still grow.
    Convened(Agenda),
    /// The roll is called; roster and rules are frozen (INV-18).
    Open(Box<Sitting>),
    /// The session is over; its minutes are not signed yet.
    Closed(Box<Sitting>),
    /// Chair and secretary signed the minutes.
    MinutesSigned(Box<Sitting>, Minutes),
}

/// What is convened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agenda {
    /// Its mode.
    pub mode: Mode,
    /// When.
    pub at: Moment,
    /// Where.
    pub place: String,
    /// Members and their seats.
    pub roster: Vec<Member>,
    /// The items.
    pub items: Vec<NominationId>,
}

/// A session whose roll was called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitting {
    /// What was convened.
    pub agenda: Agenda,
    /// Members present.
    pub present: BTreeSet<PersonId>,
    /// The rules.
    pub rules: VotingRules,
    /// Who takes no part in which item (không tham gia biểu quyết, có liên quan).
    pub recused: BTreeSet<(NominationId, PersonId)>,
    /// Motions by their number.
    pub motions: BTreeMap<u32, Motion>,
}

/// Items put to the vote together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Motion {
    /// The items.
    pub items: Vec<NominationId>,
    /// The last vote of each member (INV-19).
    pub ballots: BTreeMap<PersonId, Ballot>,
    /// Whether the vote is closed.
    pub is_closed: bool,
    /// Whether the vote was annulled: its items may be put to the vote again.
    pub is_annulled: bool,
}

/// An open vote on the items of a motion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    /// On all items …
    pub choice: Choice,
    /// … except these.
    pub exceptions: Vec<Exception>,
}

/// The signed minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minutes {
    /// Hash of the minutes.
    pub sha256: String,
}

impl Agenda {
    /// The member who is this person.
    #[must_use]
    pub fn member(&self, person: &PersonId) -> Option<&Member> {
        self.roster.iter().find(|member| member.person == *person)
    }
}

impl Sitting {
    /// Members who are present, in the order of the roster.
    pub fn present_members(&self) -> impl Iterator<Item = &Member> {
        self.agenda
            .roster
            .iter()
            .filter(|member| self.present.contains(&member.person))
    }

    /// Whether this member takes no part in the item.
    #[must_use]
    pub fn is_recused(&self, person: &PersonId, item: &NominationId) -> bool {
        self.recused.contains(&(item.clone(), person.clone()))
    }

    /// Whether somebody may preside: the chair or a vice-chair is present.
    #[must_use]
    pub fn has_presider(&self) -> bool {
        self.present_members()
            .any(|member| matches!(member.seat, Seat::Chair | Seat::ViceChair))
    }

    /// The motion that is open.
    #[must_use]
    pub fn open_motion(&self) -> Option<u32> {
        let mut motions = self.motions.iter();
        motions
            .find(|(_, motion)| !motion.is_closed)
            .map(|(number, _)| *number)
    }

    /// The items that were put to the vote, each with its motion, but for annulled ones.
    #[must_use]
    pub fn voted(&self) -> BTreeMap<&NominationId, u32> {
        let standing = self
            .motions
            .iter()
            .filter(|(_, motion)| !motion.is_annulled);
        standing
            .flat_map(|(number, motion)| motion.items.iter().map(|item| (item, *number)))
            .collect()
    }

    /// The items whose vote was annulled.
    #[must_use]
    pub fn annulled(&self) -> BTreeSet<&NominationId> {
        let annulled = self.motions.values().filter(|motion| motion.is_annulled);
        annulled.flat_map(|motion| &motion.items).collect()
    }
}
