//! What a later decision needs to know of a decision.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    AssignmentId, DecisionId, Moment, NominationId, NomineeKind,
    decision::{Awardee, DecisionSubject, FormalError, InitialAspect, Legacy, NumberSource},
};

/// The situation of a decision (quyết định).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// There is no such decision.
    #[default]
    Absent,
    /// Made on paper in an earlier campaign; nothing happens to it here (E58).
    Legacy(Box<Legacy>),
    /// Drafted; it may be redrafted until it is signed, which voids the initials.
    Drafted(Draft),
    /// Signed; the content is immutable from here (INV-27).
    Signed(Draft, Signature),
    /// Number and date are given.
    Numbered(Draft, Signature, Number),
    /// The organisation's signature or seal is on it.
    Sealed(Draft, Signature, Number),
    /// Issued.
    Issued(Draft, Signature, Number, Box<Aftermath>),
    /// The signature was voided before the issue; it may be drafted again.
    Voided(Draft),
}

/// What became of an issued decision.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Aftermath {
    /// The later decision by which it is in force no more.
    pub ended_by: Option<DecisionId>,
    /// Letters that correct its form, by their number.
    pub corrections: BTreeMap<String, FormalCorrection>,
    /// Where it went.
    pub mailing: Mailing,
}

/// A letter that corrects the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FormalCorrection {
    /// Its date.
    pub date: Date,
    /// Hash of the letter.
    pub sha256: String,
    /// What it corrects.
    pub corrects: FormalError,
}

/// Where an issued decision went.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Mailing {
    /// To whom it was sent and not called back.
    pub dispatched: BTreeSet<String>,
    /// Who has it.
    pub received: BTreeSet<String>,
    /// From whom it was called back and not sent again.
    pub recalled: BTreeSet<String>,
    /// Who confirmed that it was sent back or destroyed.
    pub recall_confirmed: BTreeSet<String>,
    /// The nominations whose units were told.
    pub noticed: BTreeSet<NominationId>,
}

impl State {
    /// What is drafted or decided.
    #[must_use]
    pub fn draft(&self) -> Option<&Draft> {
        match self {
            Self::Absent | Self::Legacy(_) => None,
            Self::Drafted(draft)
            | Self::Voided(draft)
            | Self::Signed(draft, _)
            | Self::Numbered(draft, _, _)
            | Self::Sealed(draft, _, _)
            | Self::Issued(draft, ..) => Some(draft),
        }
    }

    /// The signature, once there is one.
    #[must_use]
    pub fn signature(&self) -> Option<&Signature> {
        match self {
            Self::Absent | Self::Legacy(_) | Self::Drafted(_) | Self::Voided(_) => None,
            Self::Signed(_, signature)
            | Self::Numbered(_, signature, _)
            | Self::Sealed(_, signature, _)
            | Self::Issued(_, signature, ..) => Some(signature),
        }
    }

    /// Number and date, while it bears one.
    #[must_use]
    pub fn number(&self) -> Option<&Number> {
        match self {
            Self::Absent
            | Self::Legacy(_)
            | Self::Drafted(_)
            | Self::Voided(_)
            | Self::Signed(..) => None,
            Self::Numbered(_, _, number)
            | Self::Sealed(_, _, number)
            | Self::Issued(_, _, number, _) => Some(number),
        }
    }
}

/// The draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Draft {
    /// What it is about.
    pub subject: DecisionSubject,
    /// Whose award it gives, amends or revokes.
    pub awardees: Vec<Awardee>,
    /// Nơi nhận.
    pub recipients: Vec<String>,
    /// Hash of the draft.
    pub sha256: String,
    /// The initials that stand on this very draft.
    pub initials: Vec<InitialAspect>,
    /// When it got its present form or its last initial.
    pub ready_at: Moment,
    /// Awardees whose units confirmed the details of this very draft.
    pub confirmed: BTreeSet<NominationId>,
}

impl Draft {
    /// How many it is about, of this kind.
    #[must_use]
    pub fn awardee_count(&self, kind: NomineeKind) -> u32 {
        let of_kind = self.awardees.iter().filter(|awardee| awardee.kind == kind);
        u32::try_from(of_kind.count()).unwrap_or(u32::MAX)
    }

    /// Awardees whose units have not confirmed how they are named.
    pub fn unconfirmed(&self) -> impl Iterator<Item = &NominationId> {
        self.nominations()
            .filter(|nomination| !self.confirmed.contains(*nomination))
    }

    /// The nominations that it is about.
    pub fn nominations(&self) -> impl Iterator<Item = &NominationId> {
        self.awardees.iter().map(|awardee| &awardee.nomination)
    }
}

/// The signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Signature {
    /// The signer's assignment, also where somebody recorded the signature (SD6).
    pub signed_by: AssignmentId,
    /// When.
    pub signed_at: Moment,
    /// Hash of the scan of the signed paper.
    pub scan_sha256: String,
    /// Numbers that it bore and that were voided.
    pub voided: Vec<Number>,
}

/// Number and date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Number {
    /// The number.
    pub number: u32,
    /// The symbol.
    pub symbol: String,
    /// The date.
    pub date: Date,
    /// Whose number it is.
    pub source: NumberSource,
}
