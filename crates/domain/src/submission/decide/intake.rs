//! Intake (tiếp nhận): `acknowledge_submission`. Form only, no merit.

use jiff::civil::Date;

use super::{
    parts::on,
    send::{absent, ended},
};
use crate::{
    Context, Effect, InstrumentId, Refusal as Any, StreamKey, SubmissionId, World, campaign,
    nomination::{self, Gate, gates},
    submission::{AcknowledgeSubmission, Event, Refusal, State},
};

/// Acknowledges a complete submission and pins the prize rules in force on that day (INV-17).
pub(crate) fn acknowledge_submission(
    world: &World,
    context: &Context,
    command: &AcknowledgeSubmission,
) -> Result<Vec<Effect>, Any> {
    let submission = &command.submission;
    let (papers, sent_at) = match world.submission(submission) {
        State::Sent { papers, sent_at } => (papers, *sent_at),
        State::Received(_) => return Ok(vec![]),
        State::Absent => return Err(absent(submission).into()),
        State::Refused(_) | State::Withdrawn(_) => return Err(ended(submission).into()),
        State::Preparing(_) | State::Signed(_) | State::Returned { .. } => {
            let submission = submission.clone();
            return Err(Refusal::NotSent { submission }.into());
        }
    };
    let regime = regime(world, submission, context.occurred_at.date())?;
    let receipt_no = submission.to_string();
    let mut effects = vec![on(
        submission,
        Event::SubmissionReceived {
            receipt_no: receipt_no.clone(),
        },
    )];
    for nomination in papers.list.iter().flat_map(|list| &list.nominations) {
        gates::at_gate(world, nomination, Gate::Submitted)?;
        // The moment of sending stays with the case, whenever it is received.
        let event = nomination::Event::DossierReceived {
            receipt_no: receipt_no.clone(),
            legal_regime: regime.clone(),
            submitted_at: sent_at,
        };
        effects.push(Effect::new(StreamKey::nomination(nomination), event));
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
