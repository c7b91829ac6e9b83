//! After the deadline: `request_late_permission`, `grant_late_permission`, and what lets a submission
//! in (INV-15, E33).

use super::{
    parts::on,
    send::{absent, ended, returned},
};
use crate::{
    AssignmentId, Context, Effect, Moment, NominationId, Refusal as Any, SubmissionId, World,
    campaign,
    nomination::Case,
    submission::{
        Event, GrantLatePermission, Late, LateBasis, Papers, PromotionTime, Refusal,
        RequestLatePermission, State,
    },
};

/// The unit asks, before or after the deadline, for a letter that is signed.
pub(crate) fn request_late_permission(
    world: &World,
    _context: &Context,
    command: &RequestLatePermission,
) -> Result<Vec<Effect>, Any> {
    let submission = &command.submission;
    let asked = world.submission(submission).papers();
    if asked.and_then(|papers| papers.late_asked) == Some(command.reason_code) {
        return Ok(vec![]);
    }
    signed(world, submission)?;
    let reason_code = command.reason_code;
    Ok(vec![on(
        submission,
        Event::LatePermissionRequested { reason_code },
    )])
}

/// Home Affairs permits it, for its own unit with the Chairman's approval (SD11). A later answer takes
/// the place of the one before, always before the submission is accepted.
pub(crate) fn grant_late_permission(
    world: &World,
    context: &Context,
    command: &GrantLatePermission,
) -> Result<Vec<Effect>, Any> {
    let submission = &command.submission;
    let (until, reason_code) = (command.until, command.reason_code);
    let known = world.submission(submission).papers();
    let known = known.and_then(|papers| papers.late_permission.as_ref());
    if known.is_some_and(|known| known.until == until && known.reason_code == reason_code) {
        return Ok(vec![]);
    }
    if signed(world, submission)?.late_asked.is_none() {
        let submission = submission.clone();
        return Err(Refusal::LatePermissionNotRequested { submission }.into());
    }
    let (deadline, now) = (deadline(world, submission)?, context.now);
    if until <= deadline || until <= now {
        return Err(Refusal::LatePermissionEmpty {
            until,
            deadline,
            now,
        }
        .into());
    }
    let event = Event::LatePermissionGranted {
        by: whose_act(context).clone(),
        until,
        reason_code,
    };
    Ok(vec![on(submission, event)])
}

/// Whether the submission comes in time; if it comes late, what lets it in.
///
/// The moment of a deadline itself is still in time. What counts is the present: sending cannot be
/// recorded afterwards.
pub(super) fn in_time(
    world: &World,
    context: &Context,
    submission: &SubmissionId,
    papers: &Papers,
    cases: &[(&NominationId, &Case)],
) -> Result<Option<Late>, Any> {
    let (deadline, now) = (deadline(world, submission)?, context.now);
    if now <= deadline {
        return Ok(None);
    }
    let permission = papers.late_permission.as_ref();
    let promotion = promotion_due(cases);
    let permitted = permission.filter(|permission| now <= permission.until);
    let promoted = promotion.filter(|due| now <= *due);
    let basis = match (permitted, promoted) {
        (_, Some(due)) => LateBasis::Promotion(PromotionTime { due }),
        (Some(permission), None) => LateBasis::Permission(permission.clone()),
        (None, None) => {
            let ends = permission.map(|permission| permission.until);
            let ends = [Some(deadline), ends, promotion].into_iter().flatten();
            let due = ends.max().unwrap_or(deadline);
            return Err(Refusal::DeadlinePassed { due, now }.into());
        }
    };
    Ok(Some(Late { deadline, basis }))
}

/// The earliest time that a promotion sets; `None` unless everybody on the list was promoted with one,
/// for one who was not has no right to come late with those who were.
fn promotion_due(cases: &[(&NominationId, &Case)]) -> Option<Moment> {
    let dues = cases.iter().map(|(_, case)| case.promotion_due);
    let dues: Option<Vec<_>> = dues.collect();
    dues?.into_iter().min()
}

fn deadline(world: &World, submission: &SubmissionId) -> Result<Moment, Any> {
    let active = campaign::decide::launched(world, &submission.campaign)?;
    Ok(active.deadline.ok_or(Refusal::DeadlineNotAnnounced {})?)
}

/// The Chairman's own assignment where he approves, else the actor's.
fn whose_act(context: &Context) -> &AssignmentId {
    let actor = &context.actor;
    actor.on_behalf_of.as_ref().unwrap_or(&actor.assignment)
}

/// The papers of a letter that is signed and not sent.
fn signed<'w>(world: &'w World, submission: &SubmissionId) -> Result<&'w Papers, Refusal> {
    match world.submission(submission) {
        State::Signed(papers) => Ok(papers),
        State::Absent => Err(absent(submission)),
        State::Preparing(_) => {
            let submission = submission.clone();
            Err(Refusal::NotSigned { submission })
        }
        State::Sent(_) | State::Received(_) => {
            let submission = submission.clone();
            Err(Refusal::AlreadySent { submission })
        }
        State::Returned(_) => Err(returned(submission)),
        State::Refused(_) | State::Withdrawn(_) => Err(ended(submission)),
    }
}
