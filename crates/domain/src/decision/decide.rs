//! What may happen to a decision, in the order of the way.

mod despite;
mod details;
mod draft;
mod form;
mod issue;
mod legacy;
mod mail;
mod note;
mod number;
mod sign;
mod void;

pub(crate) use despite::issue_despite_hold;
pub(crate) use details::confirm_award_details;
pub(crate) use draft::{draft_decision, initial_draft};
pub(crate) use form::issue_formal_correction;
pub(crate) use issue::{apply_organisation_signature, issue_decision};
pub(crate) use legacy::register_legacy_decision;
pub(crate) use mail::{
    dispatch, recall_document, record_recall_confirmed, record_receipt, send_result_notices,
};
pub(crate) use note::note_conduct;
pub(crate) use number::assign_number;
pub(crate) use sign::sign_decision;
pub(crate) use void::{void_number, void_signed_decision};

use super::{Event, Refusal, Signature};
use crate::{Context, DecisionId, Effect, StreamKey, World, org};

/// An event on the decision's stream.
fn on(decision: &DecisionId, event: Event) -> Effect {
    Effect::new(StreamKey::decision(decision), event)
}

fn absent(decision: &DecisionId) -> Refusal {
    Refusal::Absent {
        decision: decision.clone(),
    }
}

/// It was made on paper: nothing is done to it here (E58).
fn on_paper(decision: &DecisionId) -> Refusal {
    Refusal::MadeOnPaper {
        decision: decision.clone(),
    }
}

/// The content is immutable (INV-27).
fn signed(decision: &DecisionId) -> Refusal {
    Refusal::AlreadySigned {
        decision: decision.clone(),
    }
}

/// SD6, checked on the person, not on the office.
fn is_signer(world: &World, context: &Context, signature: &Signature) -> bool {
    let signer = world.assignment(&signature.signed_by).assignment();
    signer.is_some_and(|signer| signer.person == context.actor.principal)
}

/// The issuer, as it stands in the names of its registers (INV-28).
fn issuer(world: &World) -> Result<&str, org::Refusal> {
    let authority = world.authority().authority();
    let authority = authority.ok_or(org::Refusal::AuthorityUnknown {})?;
    Ok(&authority.name)
}
