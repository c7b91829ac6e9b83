//! What may happen to a decision, in the order of the way.

mod draft;
mod issue;
mod number;
mod sign;

pub(crate) use draft::{draft_decision, initial_draft};
pub(crate) use issue::{apply_organisation_signature, issue_decision};
pub(crate) use number::assign_number;
pub(crate) use sign::sign_decision;

use jiff::civil::Date;

use super::{Event, Refusal};
use crate::{DecisionId, Effect, StreamKey, World};

/// An event on the decision's stream.
fn on(decision: &DecisionId, event: Event) -> Effect {
    Effect::new(StreamKey::decision(decision), event)
}

fn absent(decision: &DecisionId) -> Refusal {
    Refusal::Absent {
        decision: decision.clone(),
    }
}

/// The issuing authority exists on this day (INV-29, INV-30): a district until 30 June 2025.
fn issuer_must_exist(world: &World, day: Date) -> Result<(), Refusal> {
    let validity = world
        .authority()
        .authority()
        .map(|authority| authority.validity);
    if validity.is_some_and(|validity| validity.contains(day)) {
        return Ok(());
    }
    Err(Refusal::IssuerNotValid {
        day,
        valid_from: validity.map(|validity| validity.from),
        valid_until: validity.and_then(|validity| validity.until),
    })
}
