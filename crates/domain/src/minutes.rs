//! Figures that a paper states, held against the record (E36): minutes and extracts are derived from
//! the record, and a paper that says otherwise is found.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{AssignmentId, NominationId, Outcome, Tally};

/// What minutes or an extract state of a vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stated {
    /// Present, when the roll was called.
    pub present: u32,
    /// Of how many.
    pub total: u32,
    /// Votes and outcome per item.
    pub items: Vec<StatedItem>,
}

/// What the paper states of one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatedItem {
    /// The item.
    pub nomination: NominationId,
    /// The votes.
    pub tally: Tally,
    /// The outcome.
    pub outcome: Outcome,
}

/// What the record knows of a vote.
pub(crate) struct Recorded<'r> {
    pub(crate) present: u32,
    pub(crate) total: u32,
    pub(crate) items: BTreeMap<&'r NominationId, (Tally, Outcome)>,
}

refusals! {
    /// Why a paper is refused: it contradicts the record, or one person alone has signed it.
    pub enum Refusal {
        /// The attendance differs (E36).
        #[error("the paper states {present} of {total}, the record {recorded_present} of {recorded_total}")]
        AttendanceDiffers {
            /// Present, as the paper states.
            present: u32,
            /// Of how many, as the paper states.
            total: u32,
            /// Present, as recorded.
            recorded_present: u32,
            /// Of how many, as recorded.
            recorded_total: u32,
        } = "minutes_attendance_differs",
        /// Votes or outcome of an item differ (E36).
        #[error("the paper states {votes_for}:{votes_against} ({outcome:?}) of {nomination}, the record {recorded_for}:{recorded_against} ({recorded_outcome:?})")]
        ItemDiffers {
            /// The item.
            nomination: NominationId,
            /// Votes for it, as the paper states.
            votes_for: u32,
            /// Votes against it, as the paper states.
            votes_against: u32,
            /// Other votes, as the paper states.
            abstained: u32,
            /// The outcome, as the paper states.
            outcome: Outcome,
            /// Votes for it, as recorded.
            recorded_for: u32,
            /// Votes against it, as recorded.
            recorded_against: u32,
            /// Other votes, as recorded.
            recorded_abstained: u32,
            /// The outcome, as recorded.
            recorded_outcome: Outcome,
        } = "minutes_item_differs",
        /// The paper speaks of an item that was not voted on, or of one twice.
        #[error("{nomination} was not voted on, or is stated twice")]
        ItemStray {
            /// The item.
            nomination: NominationId,
        } = "minutes_item_stray",
        /// The paper says nothing of an item that it must state.
        #[error("the paper does not state {nomination}")]
        ItemMissing {
            /// The item.
            nomination: NominationId,
        } = "minutes_item_missing",
        /// Chair and secretary are two persons.
        #[error("{chair} and {secretary} are one person")]
        OneSigner {
            /// Who presided.
            chair: AssignmentId,
            /// Who kept the minutes.
            secretary: AssignmentId,
        } = "minutes_one_signer",
        /// The paper names other people than those who led the session.
        #[error("{assignment} did not lead the session")]
        SignerUnknown {
            /// The assignment.
            assignment: AssignmentId,
        } = "minutes_signer_unknown",
    }
}

/// Refuses a paper that says otherwise than the record, item by item, or leaves out one of
/// `required` (E36).
pub(crate) fn must_agree<'r>(
    stated: &Stated,
    recorded: &Recorded<'r>,
    required: impl IntoIterator<Item = &'r NominationId>,
) -> Result<(), Refusal> {
    if (stated.present, stated.total) != (recorded.present, recorded.total) {
        return Err(Refusal::AttendanceDiffers {
            present: stated.present,
            total: stated.total,
            recorded_present: recorded.present,
            recorded_total: recorded.total,
        });
    }
    let mut seen = BTreeSet::new();
    for item in &stated.items {
        let nomination = item.nomination.clone();
        let known = recorded.items.get(&item.nomination);
        let Some(known) = known.filter(|_| seen.insert(&item.nomination)) else {
            return Err(Refusal::ItemStray { nomination });
        };
        if *known != (item.tally, item.outcome) {
            return Err(differs(item, *known));
        }
    }
    match required.into_iter().find(|one| !seen.contains(one)) {
        None => Ok(()),
        Some(missing) => Err(Refusal::ItemMissing {
            nomination: missing.clone(),
        }),
    }
}

fn differs(item: &StatedItem, (tally, recorded_outcome): (Tally, Outcome)) -> Refusal {
    Refusal::ItemDiffers {
        nomination: item.nomination.clone(),
        votes_for: item.tally.votes_for,
        votes_against: item.tally.votes_against,
        abstained: item.tally.abstained,
        outcome: item.outcome,
        recorded_for: tally.votes_for,
        recorded_against: tally.votes_against,
        recorded_abstained: tally.abstained,
        recorded_outcome,
    }
}
