//! The issue of what is held: `issue_despite_hold`.

use super::{absent, issue, on_paper};
use crate::{
    Context, Effect, Refusal as Any, StreamKey, World,
    decision::{IssueDespiteHold, Refusal, State},
    hold, lists,
    nomination::{self, Gate, gates},
};

/// The Chairman takes it on himself, with a reason, that a signed decision is issued although something
/// is being verified about awardees (INV-16). Nothing is issued by this alone.
pub(crate) fn issue_despite_hold(
    world: &World,
    _context: &Context,
    command: &IssueDespiteHold,
) -> Result<Vec<Effect>, Any> {
    let decision = &command.decision;
    match world.decision(decision) {
        State::Signed(..) | State::Numbered(..) | State::Sealed(..) => {}
        State::Absent => return Err(absent(decision).into()),
        State::Legacy(_) => return Err(on_paper(decision).into()),
        State::Drafted(_) | State::Voided(_) => {
            let decision = decision.clone();
            return Err(Refusal::NotSigned { decision }.into());
        }
        State::Issued(..) => {
            let decision = decision.clone();
            return Err(Refusal::IssuedAlready { decision }.into());
        }
    }
    let named = command.held.iter().map(|one| one.nomination.clone());
    lists::must_be_whole(&named.collect::<Vec<_>>())?;
    let mut effects = Vec::new();
    for one in &command.held {
        let nomination = &one.nomination;
        let case = gates::at_gate(world, nomination, Gate::DecisionSigned)?;
        if case.decision.as_ref() != Some(decision) {
            let (nomination, decision) = (nomination.clone(), decision.clone());
            return Err(Refusal::NotInDraft {
                nomination,
                decision,
            }
            .into());
        }
        if issue::is_issued_despite(case, decision) {
            continue;
        }
        if !hold::is_held(world, case) {
            let nomination = nomination.clone();
            return Err(Refusal::NotHeld { nomination }.into());
        }
        let event = nomination::Event::IssueDespiteHoldRecorded {
            decision: decision.clone(),
            reason: one.reason.clone(),
        };
        effects.push(Effect::new(StreamKey::nomination(nomination), event));
    }
    Ok(effects)
}
