//! Supplements that did not come: `close_supplement` (4.5 row 17). A unit that takes its submission
//! back: `withdraw_submission`.

use jiff::civil::Date;

use super::{
    parts::on,
    resubmit::{asked, is_returned},
    send::{absent, ended, returned},
};
use crate::{
    Context, Effect, NominationId, Refusal as Any, StreamKey, SubmissionId, World, lists,
    nomination::{self, Gate, IntakeReason, SupplementStage, gates},
    slot::FreedBecause,
    submission::{CloseSupplement, Event, Refusal, Returned, State, WithdrawSubmission},
};

/// Closes what did not come by the last day: at intake the dossier is refused and its slot is free,
/// in the review it is judged as it is.
pub(crate) fn close_supplement(
    world: &World,
    context: &Context,
    command: &CloseSupplement,
) -> Result<Vec<Effect>, Any> {
    let submission = &command.submission;
    match world.submission(submission) {
        State::Returned(there) if command.nominations.is_empty() => {
            close_whole(world, context, submission, there)
        }
        State::Returned(_) => Err(returned(submission).into()),
        State::Refused(_) if command.nominations.is_empty() => Ok(vec![]),
        State::Received(_) => close_singles(world, context, command),
        State::Absent => Err(absent(submission).into()),
        State::Refused(_) | State::Withdrawn(_) => Err(ended(submission).into()),
        State::Preparing(_) | State::Signed(_) | State::Sent(_) => {
            let submission = submission.clone();
            Err(Refusal::NotReturned { submission }.into())
        }
    }
}

fn close_whole(
    world: &World,
    context: &Context,
    submission: &SubmissionId,
    there: &Returned,
) -> Result<Vec<Effect>, Any> {
    must_be_over(there.due, context)?;
    let refused = Event::SubmissionRefused {
        reason_code: IntakeReason::ReturnExpired,
    };
    let mut effects = vec![on(submission, refused)];
    let mut refused = Vec::new();
    for nomination in there.papers.nominations() {
        let case = gates::case(world, nomination)?;
        if is_returned(case, submission) {
            let because = FreedBecause::IntakeRefused;
            effects.push(gates::slot_freed(world, nomination, case, because));
            refused.push(expired(nomination));
        }
    }
    effects.append(&mut refused);
    Ok(effects)
}

fn close_singles(
    world: &World,
    context: &Context,
    command: &CloseSupplement,
) -> Result<Vec<Effect>, Any> {
    lists::must_be_whole(&command.nominations)?;
    let (mut slots, mut cases) = (Vec::new(), Vec::new());
    for nomination in &command.nominations {
        if gates::case(world, nomination)?.gate == Gate::UnitEndorsed {
            continue;
        }
        let Some((case, open)) = asked(world, &command.submission, nomination)? else {
            continue;
        };
        must_be_over(open.due, context)?;
        match open.stage {
            SupplementStage::Intake => {
                let because = FreedBecause::IntakeRefused;
                slots.push(gates::slot_freed(world, nomination, case, because));
                cases.push(expired(nomination));
            }
            stage @ SupplementStage::Review => {
                let event = nomination::Event::SupplementClosed { stage };
                cases.push(Effect::new(StreamKey::nomination(nomination), event));
            }
        }
    }
    Ok(slots.into_iter().chain(cases).collect())
}

/// Takes a submission back before it is received; the slots that it took are free again, and a new
/// letter may list the same.
pub(crate) fn withdraw_submission(
    world: &World,
    _context: &Context,
    command: &WithdrawSubmission,
) -> Result<Vec<Effect>, Any> {
    let submission = &command.submission;
    let papers = match world.submission(submission) {
        State::Preparing(papers) | State::Signed(papers) | State::Sent(papers) => papers,
        State::Withdrawn(_) => return Ok(vec![]),
        State::Returned(_) => return Err(returned(submission).into()),
        State::Absent => return Err(absent(submission).into()),
        State::Refused(_) => return Err(ended(submission).into()),
        State::Received(_) => {
            let submission = submission.clone();
            return Err(Refusal::AlreadyReceived { submission }.into());
        }
    };
    let mut effects = vec![on(submission, Event::SubmissionWithdrawn {})];
    let mut cases = Vec::new();
    for nomination in papers.nominations() {
        let case = gates::case(world, nomination)?;
        let is_sent = case.gate == Gate::Submitted && case.submission.as_ref() == Some(submission);
        if is_sent {
            let because = FreedBecause::SubmissionWithdrawn;
            effects.push(gates::slot_freed(world, nomination, case, because));
        }
        if is_sent || case.gate == Gate::UnitEndorsed {
            let event = nomination::Event::DossierWithdrawn {
                submission: submission.clone(),
            };
            cases.push(Effect::new(StreamKey::nomination(nomination), event));
        }
    }
    effects.append(&mut cases);
    Ok(effects)
}

fn must_be_over(due: Date, context: &Context) -> Result<(), Refusal> {
    let today = context.now.date();
    if today <= due {
        return Err(Refusal::SupplementStillDue { due, today });
    }
    Ok(())
}

fn expired(nomination: &NominationId) -> Effect {
    let event = nomination::Event::DossierRefused {
        reason_code: IntakeReason::ReturnExpired,
        reason: None,
    };
    Effect::new(StreamKey::nomination(nomination), event)
}
