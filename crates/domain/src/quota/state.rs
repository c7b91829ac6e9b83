//! What a later decision needs to know of the quota.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::{
    NominationId, NomineeKind, SourceDocument, UnitId,
    quota::{Eligibility, EligibilityReason, SlotHolder},
};

/// The quota of a campaign.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// None is set.
    #[default]
    Unset,
    /// Set, per kind of nominee.
    Set {
        /// Tập thể.
        collective: Box<Places>,
        /// Cá nhân.
        individual: Box<Places>,
        /// Changes after the launch, in order.
        changes: Vec<Change>,
    },
}

/// The places (số lượng) of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Places {
    /// How many the plan gives.
    pub limit: u32,
    /// Held by the Chairman's approval, not yet signed.
    pub approved: BTreeSet<NominationId>,
    /// Used up by a signature.
    pub consumed: BTreeSet<NominationId>,
    /// Slots per unit or group.
    #[serde(serialize_with = "crate::pairs::pairs")]
    pub allocations: BTreeMap<SlotHolder, u32>,
    /// Every unit considered, with its reason.
    pub eligibility: BTreeMap<UnitId, Eligibility>,
    /// Moves of slots, by their number.
    pub reallocations: BTreeMap<u32, Move>,
    /// Cases whose place was used up and is there again.
    pub restored: BTreeSet<NominationId>,
    /// The recorded ranking for the Council, best first; empty while there is none.
    pub ranking: Vec<NominationId>,
}

/// A change of the quota after the launch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Tập thể.
    pub collective: u32,
    /// Cá nhân.
    pub individual: u32,
    /// Why.
    pub reason: String,
    /// The act that changes it.
    pub document: SourceDocument,
}

/// Slots that moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Move {
    /// From whom; `None` for the reserve.
    pub from: Option<SlotHolder>,
    /// To whom; `None` for the reserve.
    pub to: Option<SlotHolder>,
    /// How many.
    pub slots: u32,
}

impl Places {
    /// Places that no approval holds and no signature has used up (INV-24).
    #[must_use]
    pub fn free(&self) -> u32 {
        self.limit.saturating_sub(self.used_count())
    }

    /// Places held by an approval or used up by a signature.
    #[must_use]
    pub fn used_count(&self) -> u32 {
        u32::try_from(self.approved.len() + self.consumed.len()).unwrap_or(u32::MAX)
    }

    /// Places used up by a signature.
    #[must_use]
    pub fn consumed_count(&self) -> u32 {
        u32::try_from(self.consumed.len()).unwrap_or(u32::MAX)
    }

    /// Slots given out in all (INV-23); the rest of the quota is the reserve.
    #[must_use]
    pub fn allocated(&self) -> u64 {
        self.allocations.values().copied().map(u64::from).sum()
    }

    /// The number that the next move of slots bears.
    #[must_use]
    pub fn next_reallocation(&self) -> u32 {
        let last = self.reallocations.last_key_value();
        last.map_or(1, |(last, _)| last.saturating_add(1))
    }

    /// Why the unit may nominate or not; `None` if it was not considered.
    #[must_use]
    pub fn reason(&self, unit: &UnitId) -> Option<EligibilityReason> {
        self.eligibility.get(unit).map(|one| one.reason_code)
    }

    /// Whether the unit may nominate.
    #[must_use]
    pub fn is_eligible(&self, unit: &UnitId) -> bool {
        self.eligibility
            .get(unit)
            .is_some_and(|eligibility| eligibility.is_eligible)
    }

    /// The units that may nominate.
    pub fn eligible_units(&self) -> impl Iterator<Item = &UnitId> {
        let all = self.eligibility.iter();
        all.filter(|(_, eligibility)| eligibility.is_eligible)
            .map(|(unit, _)| unit)
    }
}

impl State {
    /// Changes of the quota after the launch, in order.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        match self {
            Self::Unset => &[],
            Self::Set { changes, .. } => changes,
        }
    }

    /// The places of this kind, once the quota is set.
    #[must_use]
    pub fn places(&self, kind: NomineeKind) -> Option<&Places> {
        match (self, kind) {
            (Self::Unset, _) => None,
            (Self::Set { collective, .. }, NomineeKind::Collective) => Some(collective),
            (Self::Set { individual, .. }, NomineeKind::Individual) => Some(individual),
        }
    }

    pub(super) fn places_mut(&mut self, kind: NomineeKind) -> Option<&mut Places> {
        match (self, kind) {
            (Self::Unset, _) => None,
            (Self::Set { collective, .. }, NomineeKind::Collective) => Some(collective),
            (Self::Set { individual, .. }, NomineeKind::Individual) => Some(individual),
        }
    }
}
