//! Intake (tiếp nhận): `acknowledge_submission`. Form only, no merit.

use jiff::civil::Date;

use super::{
    AcknowledgeSubmission, Event, Refusal, State, decide_parts::on, decide_submit::absent,
};
use crate::{
    Context, Effect, InstrumentId, NominationId, Refusal as Any, StreamKey, SubmissionId, World,
    campaign,
    nomination::{self, Gate, gates},
};

/// Acknowledges a complete submission and pins the prize rules in force on that day (INV-17).
pub(crate) fn acknowledge_submission(
    world: &World,
    context: &Context,
    command: &AcknowledgeSubmission,
) -> Result<Vec<Effect>, Any> {
    let submission = &command.submission;
    let list = match world.submission(submission) {
        State::Sent(papers) => papers.list.as_ref(),
        State::Received(_) => return Ok(vec![]),
        State::Absent => return Err(absent(submission).into()),
        State::Preparing(_) | State::Signed(_) => {
            let submission = submission.clone();
            return Err(Refusal::NotSent { submission }.into());
        }
    };
    let regime = regime(world, submission, context.occurred_at.date())?;
    let receipt_no = submission.to_string();
    let received = Event::SubmissionReceived {
        receipt_no: receipt_no.clone(),
    };
    let mut effects = vec![on(submission, received)];
    for nomination in list.iter().flat_map(|list| &list.nominations) {
        effects.push(received_dossier(world, nomination, &receipt_no, regime)?);
    }
    Ok(effects)
}

/// The first of the plan's prize rules that is in force on this day.
fn regime<'w>(
    world: &'w World,
    submission: &SubmissionId,
    day: Date,
) -> Result<&'w InstrumentId, Any> {
    let active = world.campaign(&submission.campaign).active();
    let active = active.ok_or(campaign::Refusal::Absent {})?;
    let mut regimes = active.plan.regimes.iter();
    let in_force = regimes.find(|instrument| {
        let regime = world.legal_basis(instrument).regime();
        regime.is_some_and(|regime| regime.is_in_force(day))
    });
    Ok(in_force.ok_or(Refusal::NoRegimeInForce { day })?)
}

/// The day of sending stays with the case, whenever it is received.
fn received_dossier(
    world: &World,
    nomination: &NominationId,
    receipt_no: &str,
    regime: &InstrumentId,
) -> Result<Effect, Any> {
    let case = gates::at_gate(world, nomination, Gate::Submitted)?;
    let submitted_at = case.submitted_at;
    let event = nomination::Event::DossierReceived {
        receipt_no: receipt_no.to_owned(),
        legal_regime: regime.clone(),
        submitted_at: submitted_at.expect("what is submitted bears the moment of it"),
    };
    Ok(Effect::new(StreamKey::nomination(nomination), event))
}
