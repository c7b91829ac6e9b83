//! What slots, quota and letters say of a nomination: its rank, its slot, its place, its letter.

use super::desk;
use crate::Fact;
use khen_domain::{Event, NominationId, nomination::Gate, quota, slot, submission};
use khen_read_model::NominationRow;

/// A place that the Chairman's approval holds.
const APPROVED: &str = "approved";
/// A place that a signature has used up.
const CONSUMED: &str = "consumed";

/// The nominations that an event of a slot, a quota or a letter is about.
pub(super) fn touched(event: &Event) -> &[NominationId] {
    if let Event::Submission(submission::Event::ListSet { nominations, .. }) = event {
        return nominations;
    }
    if let Event::Slot(event) = event {
        return match event {
            slot::Event::SlotTaken { nomination } | slot::Event::SlotFreed { nomination, .. } => {
                std::slice::from_ref(nomination)
            }
            slot::Event::GroupRanked { ranking } | slot::Event::NomineesRanked { ranking } => {
                ranking
            }
            slot::Event::SlotsGranted { .. } | slot::Event::SlotsReturned { .. } => &[],
        };
    }
    if let Event::Quota(event) = event {
        return match event {
            quota::Event::PlaceApproved { nomination, .. }
            | quota::Event::PlaceReleased { nomination, .. }
            | quota::Event::ConsumptionVoided { nomination, .. }
            | quota::Event::PlaceConsumed { nomination, .. }
            | quota::Event::QuotaRestored { nomination, .. } => std::slice::from_ref(nomination),
            quota::Event::CouncilRanked { ranking, .. } => ranking,
            quota::Event::QuotaSet { .. }
            | quota::Event::QuotaChanged { .. }
            | quota::Event::EligibleUnitsDetermined { .. }
            | quota::Event::QuotaAllocated { .. }
            | quota::Event::QuotaReallocated { .. } => &[],
        };
    }
    &[]
}

/// Notes what such an event says. The nomination itself has not changed: its version stays.
pub(super) fn note(key: &str, row: &mut NominationRow, fact: &Fact) {
    if let Event::Submission(_) = &fact.event
        && row.gate == Gate::UnitEndorsed.as_str()
    {
        // From here on the letter waits for somebody, and the nomination with it.
        desk::lay_with(row, &fact.stream);
    }
    if let Event::Slot(event) = &fact.event {
        match event {
            slot::Event::SlotTaken { .. } => row.slot = Some(fact.stream.to_string()),
            slot::Event::SlotFreed { .. } => row.slot = None,
            slot::Event::GroupRanked { ranking } | slot::Event::NomineesRanked { ranking } => {
                row.rank = rank(ranking, key);
            }
            slot::Event::SlotsGranted { .. } | slot::Event::SlotsReturned { .. } => return,
        }
    }
    if let Event::Quota(event) = &fact.event {
        match event {
            quota::Event::PlaceApproved { .. } | quota::Event::ConsumptionVoided { .. } => {
                row.place = Some(APPROVED.to_owned());
            }
            quota::Event::PlaceConsumed { .. } => row.place = Some(CONSUMED.to_owned()),
            quota::Event::PlaceReleased { .. } | quota::Event::QuotaRestored { .. } => {
                row.place = None;
            }
            quota::Event::CouncilRanked { ranking, .. } => row.rank = rank(ranking, key),
            quota::Event::QuotaSet { .. }
            | quota::Event::QuotaChanged { .. }
            | quota::Event::EligibleUnitsDetermined { .. }
            | quota::Event::QuotaAllocated { .. }
            | quota::Event::QuotaReallocated { .. } => return,
        }
    }
    row.position = fact.position;
}

/// The place on a ranking, from 1.
fn rank(ranking: &[NominationId], key: &str) -> Option<u64> {
    let place = ranking.iter().position(|id| id.to_string() == key);
    place.map(|place| place as u64 + 1)
}
