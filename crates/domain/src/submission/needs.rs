//! What the commands on a submission read and write.

use super::{
    AcknowledgeSubmission, AttachPart, CertifyMinutesExtract, List, OpenSubmission, SetList,
    SignSubmissionLetter, SubmitSubmission,
};
use crate::{Access, Need, NominationId, StreamKey, SubmissionId, World, nomination::gates};

pub(crate) fn open_submission(command: &OpenSubmission, _world: &World) -> Vec<Need> {
    vec![
        written(&command.submission),
        Need::read(StreamKey::campaign(&command.submission.campaign)),
    ]
}

pub(crate) fn attach_part(command: &AttachPart, _world: &World) -> Vec<Need> {
    vec![written(&command.submission)]
}

pub(crate) fn set_list(command: &SetList, world: &World) -> Vec<Need> {
    let mut needs = vec![
        written(&command.submission),
        Need::read(StreamKey::unit_session(&command.session)),
    ];
    needs.extend(
        gates::with_slots(&command.nominations, world)
            .into_iter()
            .map(as_read),
    );
    needs
}

pub(crate) fn certify_minutes_extract(command: &CertifyMinutesExtract, world: &World) -> Vec<Need> {
    let mut needs = vec![written(&command.submission)];
    needs.extend(cited_session(&command.submission, world));
    needs
}

pub(crate) fn sign_submission_letter(command: &SignSubmissionLetter, world: &World) -> Vec<Need> {
    let mut needs = vec![written(&command.submission)];
    needs.extend(cited_session(&command.submission, world));
    needs
}

pub(crate) fn submit_submission(command: &SubmitSubmission, world: &World) -> Vec<Need> {
    let mut needs = vec![
        written(&command.submission),
        Need::read(StreamKey::campaign(&command.submission.campaign)),
    ];
    needs.extend(cited_session(&command.submission, world));
    needs.extend(gates::with_slots(
        &listed(&command.submission, world),
        world,
    ));
    needs
}

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
        | Need::Person(_) => need,
    }
}

fn cited_session(submission: &SubmissionId, world: &World) -> Option<Need> {
    let list = list(submission, world)?;
    Some(Need::read(StreamKey::unit_session(&list.session)))
}

fn listed(submission: &SubmissionId, world: &World) -> Vec<NominationId> {
    list(submission, world).map_or_else(Vec::new, |list| list.nominations.clone())
}

/// The list, when the submission is in view.
fn list<'w>(submission: &SubmissionId, world: &'w World) -> Option<&'w List> {
    if !world.shows(&StreamKey::submission(submission)) {
        return None;
    }
    world.submission(submission).papers()?.list.as_ref()
}
