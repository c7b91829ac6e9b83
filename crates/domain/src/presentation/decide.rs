//! What may happen to a presentation, in the order of the way.

mod chairman;
mod office;
mod present;
mod reconsider;

pub(crate) use chairman::decide_presentation;
pub(crate) use office::{check_presentation, return_presentation};
pub(crate) use present::present_to_chairman;
pub(crate) use reconsider::{answer_chairman, withdraw_approval};

use super::{Event, PresentedItem, Refusal};
use crate::{Effect, NomineeKind, PresentationId, StreamKey, World, quota};

/// An event on the presentation's stream.
fn on(presentation: &PresentationId, event: Event) -> Effect {
    Effect::new(StreamKey::presentation(presentation), event)
}

fn absent(presentation: &PresentationId) -> Refusal {
    Refusal::Absent {
        presentation: presentation.clone(),
    }
}

/// Approved and consumed places of a kind stay within the quota in force (plan III.1.b, INV-24).
fn within_quota(
    world: &World,
    presentation: &PresentationId,
    items: &[PresentedItem],
) -> Result<(), crate::Refusal> {
    for kind in [NomineeKind::Collective, NomineeKind::Individual] {
        let places = world.quota(&presentation.campaign).places(kind);
        let places = places.ok_or(quota::Refusal::Absent {})?;
        let of_kind = items.iter().filter(|item| item.kind == kind);
        let asked = u32::try_from(of_kind.count()).unwrap_or(u32::MAX);
        if asked > places.free() {
            return Err(Refusal::PlacesExceeded {
                kind,
                quota: places.limit,
                taken: places.limit - places.free(),
                asked,
            }
            .into());
        }
    }
    Ok(())
}
