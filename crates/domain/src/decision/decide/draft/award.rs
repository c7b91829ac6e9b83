//! A decision that awards.

use super::Contents;
use crate::{
    DecisionId, Effect, NominationId, PresentationId, Refusal as Any, StreamKey, World,
    decision::{Awardee, Refusal},
    hold, lists,
    nomination::{self, Case, Gate, gates},
    presentation,
};

/// Cases that the Chairman approved in this presentation and that are not held (INV-16, INV-25).
pub(super) fn granted(
    world: &World,
    decision: &DecisionId,
    presentation: &PresentationId,
    nominations: &[NominationId],
) -> Result<Contents, Any> {
    lists::must_be_whole(nominations)?;
    let mut contents = Contents {
        awardees: Vec::new(),
        on_cases: Vec::new(),
    };
    for nomination in nominations {
        let case = approved(world, decision, presentation, nomination)?;
        hold::must_not_be_held(world, nomination, case)?;
        contents.awardees.push(Awardee {
            nomination: nomination.clone(),
            kind: case.kind,
        });
        if case.decision.as_ref() != Some(decision) {
            let decision = decision.clone();
            let event = nomination::Event::DecisionDrafted { decision };
            let effect = Effect::new(StreamKey::nomination(nomination), event);
            contents.on_cases.push(effect);
        }
    }
    Ok(contents)
}

/// A case that the Chairman approved in this presentation and that is in no other draft.
fn approved<'w>(
    world: &'w World,
    decision: &DecisionId,
    presentation: &PresentationId,
    nomination: &NominationId,
) -> Result<&'w Case, Any> {
    let approved = match world.presentation(presentation) {
        presentation::State::Decided { approved, .. } => approved,
        presentation::State::Absent
        | presentation::State::Presented(_)
        | presentation::State::Returned(_)
        | presentation::State::Checked(_) => {
            let presentation = presentation.clone();
            return Err(Refusal::PresentationUndecided { presentation }.into());
        }
    };
    if !approved.contains(nomination) {
        return Err(Refusal::NotApproved {
            nomination: nomination.clone(),
            presentation: presentation.clone(),
        }
        .into());
    }
    let case = gates::at_gate(world, nomination, Gate::ChairmanApproved)?;
    match &case.decision {
        Some(other) if other != decision => Err(Refusal::InAnotherDraft {
            nomination: nomination.clone(),
            decision: other.clone(),
        }
        .into()),
        Some(_) | None => Ok(case),
    }
}
