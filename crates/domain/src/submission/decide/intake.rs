//! Intake (tiếp nhận): `acknowledge_submission`. Form only, no merit (4.5 rows 13 to 15).

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    exceptions::{Exception, exceptions, must_be_shared_items},
    parts::on,
    send::{absent, ended, returned},
};
use crate::{
    Context, Effect, InstrumentId, NominationId, Refusal as Any, StreamKey, SubmissionId, World,
    campaign,
    nomination::{self, Case, Gate, SupplementStage, gates},
    slot::FreedBecause,
    submission::{AcknowledgeSubmission, Event, Papers, Refusal, ReturnedParts, State},
};

/// Acknowledges a submission: each dossier is complete, goes back for completion, or is refused; or
/// the whole goes back because a shared part is defective. What a single nominee's supplement brought
/// is acknowledged by the same command again.
pub(crate) fn acknowledge_submission(
    world: &World,
    context: &Context,
    command: &AcknowledgeSubmission,
) -> Result<Vec<Effect>, Any> {
    let submission = &command.submission;
    match world.submission(submission) {
        State::Sent(papers) => match &command.returned {
            Some(parts) => give_back(world, context, command, papers, parts),
            None => acknowledge(world, context, command, papers, true),
        },
        State::Received(papers) => acknowledge(world, context, command, papers, false),
        State::Returned(there) => match &command.returned {
            Some(parts) if parts.items == there.items && parts.due == there.due => Ok(vec![]),
            Some(_) | None => Err(returned(submission).into()),
        },
        State::Refused(_) if !command.refuse.is_empty() => Ok(vec![]),
        State::Absent => Err(absent(submission).into()),
        State::Refused(_) | State::Withdrawn(_) => Err(ended(submission).into()),
        State::Preparing(_) | State::Signed(_) => {
            let submission = submission.clone();
            Err(Refusal::NotSent { submission }.into())
        }
    }
}

/// All dossiers of the list go back with it; this is no round of supplement (row 14).
fn give_back(
    world: &World,
    context: &Context,
    command: &AcknowledgeSubmission,
    papers: &Papers,
    parts: &ReturnedParts,
) -> Result<Vec<Effect>, Any> {
    let submission = &command.submission;
    if !command.incomplete.is_empty() || !command.refuse.is_empty() {
        let submission = submission.clone();
        return Err(Refusal::ReturnedAsAWhole { submission }.into());
    }
    must_be_shared_items(&parts.items)?;
    must_lie_ahead(parts.due, context)?;
    let returned = Event::SubmissionReturned {
        items: parts.items.clone(),
        due: parts.due,
    };
    let requested = nomination::Event::SupplementRequested {
        stage: SupplementStage::Intake,
        items: parts.items.clone(),
        due: parts.due,
        note: None,
    };
    let waiting = waiting(world, submission, papers)?;
    if waiting.is_empty() {
        return Err(nothing_to_acknowledge(submission).into());
    }
    let requests = waiting
        .iter()
        .map(|(nomination, _)| to(nomination, requested.clone()));
    Ok(std::iter::once(on(submission, returned))
        .chain(requests)
        .collect())
}

/// Item by item. With nobody left but the refused, the submission is refused.
fn acknowledge(
    world: &World,
    context: &Context,
    command: &AcknowledgeSubmission,
    papers: &Papers,
    is_first: bool,
) -> Result<Vec<Effect>, Any> {
    let submission = &command.submission;
    let exceptions = exceptions(command, papers)?;
    let waiting = waiting(world, submission, papers)?;
    must_wait_or_be_done(world, submission, &exceptions)?;
    if waiting.is_empty() {
        return if is_first {
            Err(nothing_to_acknowledge(submission).into())
        } else {
            Ok(vec![])
        };
    }
    let mut effects = Vec::new();
    if is_first {
        effects.push(on(submission, receipt(submission, &waiting, &exceptions)));
    }
    let mut cases = Vec::new();
    for (nomination, case) in waiting {
        let event = match exceptions.get(nomination) {
            None => received(world, context, submission, case)?,
            Some(Exception::Incomplete(dossier)) => {
                must_lie_ahead(dossier.due, context)?;
                nomination::Event::SupplementRequested {
                    stage: SupplementStage::Intake,
                    items: dossier.items.clone(),
                    due: dossier.due,
                    note: dossier.note.clone(),
                }
            }
            Some(Exception::Refused(dossier)) => {
                let because = FreedBecause::IntakeRefused;
                effects.push(gates::slot_freed(world, nomination, case, because));
                nomination::Event::DossierRefused {
                    reason_code: dossier.reason_code,
                    reason: Some(dossier.reason.clone()),
                }
            }
        };
        cases.push(to(nomination, event));
    }
    effects.append(&mut cases);
    Ok(effects)
}

/// The unit withdrew everybody on the list.
fn nothing_to_acknowledge(submission: &SubmissionId) -> Refusal {
    Refusal::NothingToAcknowledge {
        submission: submission.clone(),
    }
}

/// Receipt for the whole, or its refusal.
fn receipt(
    submission: &SubmissionId,
    waiting: &[(&NominationId, &Case)],
    exceptions: &BTreeMap<&NominationId, Exception<'_>>,
) -> Event {
    let refused = waiting.iter().map(|(nomination, _)| {
        let exception = exceptions.get(nomination);
        exception.and_then(Exception::refused)
    });
    let refused: Option<Vec<_>> = refused.collect();
    match refused.as_deref() {
        Some([first, ..]) => Event::SubmissionRefused {
            reason_code: first.reason_code,
        },
        Some([]) | None => Event::SubmissionReceived {
            receipt_no: submission.to_string(),
        },
    }
}

/// The dossiers of the list that wait for intake; what the unit withdrew meanwhile does not.
fn waiting<'w>(
    world: &'w World,
    submission: &SubmissionId,
    papers: &'w Papers,
) -> Result<Vec<(&'w NominationId, &'w Case)>, Any> {
    let mut waiting = Vec::new();
    for nomination in papers.nominations() {
        let case = gates::case(world, nomination)?;
        if case.gate == Gate::Submitted && case.submission.as_ref() == Some(submission) {
            waiting.push((nomination, case));
        }
    }
    Ok(waiting)
}

/// Who is named waits, or stands already where the exception leads.
fn must_wait_or_be_done(
    world: &World,
    submission: &SubmissionId,
    exceptions: &BTreeMap<&NominationId, Exception<'_>>,
) -> Result<(), Any> {
    for (nomination, exception) in exceptions {
        let case = gates::case(world, nomination)?;
        let is_waiting = case.gate == Gate::Submitted;
        if !is_waiting && !exception.is_done(submission, case) {
            return Err(gates::wrong_gate(nomination, case, Gate::Submitted));
        }
    }
    Ok(())
}

/// Complete: the prize rules in force on that day are pinned (INV-17). The moment of sending stays
/// with the case, whenever it is received.
fn received(
    world: &World,
    context: &Context,
    submission: &SubmissionId,
    case: &Case,
) -> Result<nomination::Event, Any> {
    let submitted_at = case.submitted_at;
    Ok(nomination::Event::DossierReceived {
        receipt_no: submission.to_string(),
        legal_regime: regime(world, submission, context.occurred_at.date())?.clone(),
        submitted_at: submitted_at.expect("a submitted dossier has its moment"),
    })
}

fn must_lie_ahead(due: Date, context: &Context) -> Result<(), Refusal> {
    let today = context.now.date();
    if due < today {
        return Err(Refusal::DueBehind { due, today });
    }
    Ok(())
}

fn to(nomination: &NominationId, event: nomination::Event) -> Effect {
    Effect::new(StreamKey::nomination(nomination), event)
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
