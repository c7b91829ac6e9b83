//! What the commands on a submission read and write.

use super::{
    AcknowledgeSubmission, AttachPart, CertifyMinutesExtract, CloseSupplement, GrantLatePermission,
    List, OpenSubmission, RequestLatePermission, Resubmit, SetList, SignSubmissionLetter,
    SubmitSubmission, WithdrawSubmission, numbered,
};
use crate::{
    Access, Need, NominationId, StreamKey, SubmissionId, World, hold,
    nomination::{gates, own},
};

/// The submission before is opened, so that the numbers have no gap.
pub(crate) fn open_submission(command: &OpenSubmission, _world: &World) -> Vec<Need> {
    let before = numbered::previous(&command.submission);
    let before = before.map(|before| Need::read(StreamKey::submission(&before)));
    let mut needs = vec![
        written(&command.submission),
        Need::read(StreamKey::campaign(&command.submission.campaign)),
    ];
    needs.extend(before);
    needs
}

pub(crate) fn attach_part(command: &AttachPart, _world: &World) -> Vec<Need> {
    vec![written(&command.submission)]
}

/// The other letters of the unit are read, because nobody is in two of them (INV-10).
pub(crate) fn set_list(command: &SetList, world: &World) -> Vec<Need> {
    let SubmissionId { campaign, unit, .. } = &command.submission;
    let mut needs = numbered::needs(world, campaign, unit);
    needs.extend([
        written(&command.submission),
        Need::read(StreamKey::unit_session(&command.session)),
    ]);
    needs.extend(
        gates::with_slots(&command.nominations, world)
            .into_iter()
            .map(as_read),
    );
    needs
}

/// Who presided over the cited meeting, and who kept its minutes.
pub(crate) fn certify_minutes_extract(command: &CertifyMinutesExtract, world: &World) -> Vec<Need> {
    let mut needs = vec![written(&command.submission)];
    let Some(list) = list(&command.submission, world) else {
        return needs;
    };
    let stream = StreamKey::unit_session(&list.session);
    if world.shows(&stream)
        && let Some(meeting) = world.unit_session(&list.session).meeting()
    {
        let leads = [&meeting.chair, &meeting.secretary].map(StreamKey::assignment);
        needs.extend(leads.map(Need::read));
    }
    needs.push(Need::read(stream));
    needs
}

/// Who is listed, for nobody signs for the own nomination (SD10).
pub(crate) fn sign_submission_letter(command: &SignSubmissionLetter, world: &World) -> Vec<Need> {
    let mut needs = vec![written(&command.submission)];
    needs.extend(cited_session(&command.submission, world));
    let nominations = listed(&command.submission, world);
    needs.extend(
        nominations
            .iter()
            .map(StreamKey::nomination)
            .map(Need::read),
    );
    needs.extend(own::needs(&nominations, world));
    needs
}

pub(crate) fn submit_submission(command: &SubmitSubmission, world: &World) -> Vec<Need> {
    let mut needs = vec![
        written(&command.submission),
        Need::read(StreamKey::campaign(&command.submission.campaign)),
    ];
    needs.extend(cited_session(&command.submission, world));
    let nominations = listed(&command.submission, world);
    needs.extend(gates::with_slots(&nominations, world));
    needs.extend(own::needs(&nominations, world));
    needs.extend(hold::needs_of(&nominations, world));
    needs
}

pub(crate) fn request_late_permission(command: &RequestLatePermission, _: &World) -> Vec<Need> {
    vec![written(&command.submission)]
}

pub(crate) fn grant_late_permission(command: &GrantLatePermission, _: &World) -> Vec<Need> {
    vec![
        written(&command.submission),
        Need::read(StreamKey::campaign(&command.submission.campaign)),
    ]
}

/// Slots are touched only where a dossier is refused.
pub(crate) fn acknowledge_submission(command: &AcknowledgeSubmission, world: &World) -> Vec<Need> {
    let campaign = &command.submission.campaign;
    let stream = StreamKey::campaign(campaign);
    let mut needs = vec![written(&command.submission)];
    if world.shows(&stream)
        && let Some(active) = world.campaign(campaign).active()
    {
        let regimes = active.plan.regimes.iter().map(StreamKey::legal_basis);
        needs.extend(regimes.map(Need::read));
    }
    needs.push(Need::read(stream));
    let nominations = listed(&command.submission, world);
    let nominations = nominations.iter().map(StreamKey::nomination);
    needs.extend(nominations.map(Need::write));
    let refused = command.refuse.iter().map(|one| one.nomination.clone());
    let refused: Vec<_> = refused.collect();
    needs.extend(gates::with_slots(&refused, world));
    needs
}

/// Single nominees, or all of the list.
pub(crate) fn resubmit(command: &Resubmit, world: &World) -> Vec<Need> {
    let singles = command.items.iter().map(|item| item.nomination.clone());
    let mut nominations: Vec<_> = singles.collect();
    if nominations.is_empty() {
        nominations = listed(&command.submission, world);
    }
    let mut needs = vec![written(&command.submission)];
    let streams = nominations.iter().map(StreamKey::nomination);
    needs.extend(streams.map(Need::write));
    needs.extend(own::needs(&nominations, world));
    needs
}

/// Single nominees, or all of the list, and the slots that they took.
pub(crate) fn close_supplement(command: &CloseSupplement, world: &World) -> Vec<Need> {
    let mut nominations = command.nominations.clone();
    if nominations.is_empty() {
        nominations = listed(&command.submission, world);
    }
    let mut needs = vec![written(&command.submission)];
    needs.extend(gates::with_slots(&nominations, world));
    needs
}

pub(crate) fn withdraw_submission(command: &WithdrawSubmission, world: &World) -> Vec<Need> {
    let mut needs = vec![written(&command.submission)];
    let nominations = listed(&command.submission, world);
    needs.extend(gates::with_slots(&nominations, world));
    needs
}

fn written(submission: &SubmissionId) -> Need {
    Need::write(StreamKey::submission(submission))
}

fn as_read(need: Need) -> Need {
    match need {
        Need::Stream(stream, Access::Write) => Need::read(stream),
        Need::Stream(_, Access::Guard | Access::Read)
        | Need::Subject(..)
        | Need::HoldSubject(_)
        | Need::SubjectOf(..)
        | Need::NomineeOf(..)
        | Need::Person(_) => need,
    }
}

fn cited_session(submission: &SubmissionId, world: &World) -> Option<Need> {
    let list = list(submission, world)?;
    Some(Need::read(StreamKey::unit_session(&list.session)))
}

fn listed(submission: &SubmissionId, world: &World) -> Vec<NominationId> {
    let list = list(submission, world);
    list.map_or_else(Vec::new, |list| list.nominations.clone())
}

/// The list, when the submission is in view.
fn list<'w>(submission: &SubmissionId, world: &'w World) -> Option<&'w List> {
    if !world.shows(&StreamKey::submission(submission)) {
        return None;
    }
    world.submission(submission).papers()?.list.as_ref()
}
