//! What a later decision needs to know of a session of the Council.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    Document, Moment, NominationId, PersonId,
    campaign::VotingRules,
    council_session::{
        BallotForm, Choice, CouncilItem, Exception, Member, Mode, PaperTally, WrittenVote,
    },
};

/// The situation of a session (phiên họp).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// There is no such session.
    #[default]
    Absent,
    /// Convened; its agenda may still grow.
    Convened(Agenda),
    /// The roll is called, or the form is sent; roster and rules are frozen (INV-18).
    Open(Box<Sitting>),
    /// The session is over; its minutes are not signed yet.
    Closed(Box<Sitting>),
    /// Chair and secretary signed the minutes.
    MinutesSigned(Box<Sitting>, Minutes),
}

/// What is convened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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

/// A session whose roll was called, or whose form was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sitting {
    /// What was convened.
    pub agenda: Agenda,
    /// The roll, as it was called.
    pub roll: BTreeSet<PersonId>,
    /// Others who attend and do not vote.
    pub guests: BTreeSet<PersonId>,
    /// When each member was in the room (E22).
    pub stays: BTreeMap<PersonId, Vec<Stay>>,
    /// The last day to answer a written consultation.
    pub due: Option<Date>,
    /// The rules.
    pub rules: VotingRules,
    /// Who takes no part in which item (không tham gia biểu quyết, có liên quan).
    pub recused: BTreeSet<(NominationId, PersonId)>,
    /// Items that are put to the vote alone.
    pub pulled: BTreeSet<NominationId>,
    /// Items that the chair left to the full Council.
    pub referred: BTreeSet<NominationId>,
    /// Motions by their number.
    pub motions: BTreeMap<u32, Motion>,
    /// When the last vote was closed: attendance before it stands.
    pub counted_at: Option<Moment>,
}

/// A time that a member was in the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Stay {
    /// From when; the roll call has no other moment than its own.
    pub from: Moment,
    /// Until when; still there where it is open.
    pub to: Option<Moment>,
}

/// Items put to the vote together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Motion {
    /// The items.
    pub items: Vec<NominationId>,
    /// How it is voted on.
    pub ballot: BallotForm,
    /// The last vote of each member (INV-19); none in a secret ballot (INV-21).
    pub ballots: BTreeMap<PersonId, Ballot>,
    /// The figures of a secret ballot.
    pub tally: Option<Counted>,
    /// The outcomes, once the vote is closed.
    pub outcomes: Vec<CouncilItem>,
    /// Whether the vote is closed.
    pub is_closed: bool,
    /// Whether the vote was annulled: its items may be put to the vote again.
    pub is_annulled: bool,
}

/// An open vote on the items of a motion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ballot {
    /// On all items …
    pub choice: Choice,
    /// … except these.
    pub exceptions: Vec<Exception>,
    /// The paper that an absent member wrote; none of who was there.
    pub written: Option<Document>,
}

impl Ballot {
    /// The vote as it was recorded.
    #[must_use]
    pub fn of(vote: &WrittenVote, written: Option<Document>) -> Self {
        Self {
            choice: vote.choice,
            exceptions: vote.exceptions.clone(),
            written,
        }
    }
}

/// A count on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Counted {
    /// The figures.
    pub tally: PaperTally,
    /// Who counted them: the first teller, and the second who found the same.
    pub tellers: Vec<PersonId>,
}

impl Counted {
    /// Whether two tellers found the same.
    #[must_use]
    pub fn stands(&self) -> bool {
        self.tellers.len() > 1
    }
}

/// The signed minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
            .filter(|member| self.is_present(&member.person))
    }

    /// Members who are asked: all of them in writing, or who is in the room.
    pub fn asked_members(&self) -> impl Iterator<Item = &Member> {
        let all = self.agenda.roster.iter();
        all.filter(|member| self.is_written() || self.is_present(&member.person))
    }

    /// Whether the member is in the room now.
    #[must_use]
    pub fn is_present(&self, person: &PersonId) -> bool {
        let last = self.stays.get(person).and_then(|stays| stays.last());
        last.is_some_and(|stay| stay.to.is_none())
    }

    /// Whether the members are asked in writing: nobody meets.
    #[must_use]
    pub fn is_written(&self) -> bool {
        self.agenda.mode == Mode::Written
    }

    /// Seats of the body; the roster fills them all.
    #[must_use]
    pub fn total(&self) -> u32 {
        let seated = u32::try_from(self.agenda.roster.len()).unwrap_or(u32::MAX);
        self.rules.members.unwrap_or(seated)
    }

    /// Whether this member takes no part in the item.
    #[must_use]
    pub fn is_recused(&self, person: &PersonId, item: &NominationId) -> bool {
        self.recused.contains(&(item.clone(), person.clone()))
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
