//! What the commands on a presentation read and write.

use super::{
    AnswerChairman, CheckPresentation, DecidePresentation, PresentToChairman, ReturnPresentation,
    WithdrawApproval,
};
use crate::{Need, NominationId, PresentationId, StreamKey, World, hold, nomination::gates, org};

pub(crate) fn present_to_chairman(command: &PresentToChairman, world: &World) -> Vec<Need> {
    let nominations = command.nominations.iter().map(StreamKey::nomination);
    let mut needs = vec![
        written(&command.presentation),
        Need::read(StreamKey::council_session(&command.session)),
        Need::read(StreamKey::quota(&command.presentation.campaign)),
    ];
    needs.extend(nominations.map(Need::write));
    needs.extend(hold::needs_of(&command.nominations, world));
    needs
}

pub(crate) fn check_presentation(command: &CheckPresentation, _world: &World) -> Vec<Need> {
    vec![written(&command.presentation)]
}

pub(crate) fn decide_presentation(command: &DecidePresentation, world: &World) -> Vec<Need> {
    let quota = StreamKey::quota(&command.presentation.campaign);
    let mut needs = vec![written(&command.presentation), Need::write(quota)];
    needs.extend(org::needs::delegation(command.delegation.as_ref(), world));
    let presented = presented(&command.presentation, world);
    needs.extend(gates::with_slots(&presented, world));
    needs.extend(hold::needs_of(&presented, world));
    needs
}

pub(crate) fn return_presentation(command: &ReturnPresentation, world: &World) -> Vec<Need> {
    let presented = presented(&command.presentation, world);
    let mut needs = vec![written(&command.presentation)];
    needs.extend(presented.iter().map(StreamKey::nomination).map(Need::write));
    needs
}

pub(crate) fn answer_chairman(command: &AnswerChairman, world: &World) -> Vec<Need> {
    let answers = command.answers.iter();
    again(answers.map(|one| &one.nomination), world)
}

pub(crate) fn withdraw_approval(command: &WithdrawApproval, world: &World) -> Vec<Need> {
    let approvals = command.approvals.iter().map(|one| &one.nomination);
    let mut needs = again(approvals.clone(), world);
    let quotas = approvals.map(NominationId::campaign).map(StreamKey::quota);
    needs.extend(quotas.map(Need::write));
    needs
}

/// Cases that come before the Chairman again, and their presentations once they are in view.
fn again<'n>(nominations: impl Iterator<Item = &'n NominationId>, world: &World) -> Vec<Need> {
    let mut needs = Vec::new();
    for nomination in nominations {
        needs.push(Need::write(StreamKey::nomination(nomination)));
        let case = gates::in_view(world, nomination);
        let presentation = case.and_then(|case| case.presentation.as_ref());
        needs.extend(presentation.map(written));
    }
    needs
}

fn written(presentation: &PresentationId) -> Need {
    Need::write(StreamKey::presentation(presentation))
}

/// What is presented, when the presentation is in view.
fn presented(presentation: &PresentationId, world: &World) -> Vec<NominationId> {
    if !world.shows(&StreamKey::presentation(presentation)) {
        return Vec::new();
    }
    let presented = world.presentation(presentation).presented();
    presented.map_or_else(Vec::new, |presented| {
        presented.nominations().cloned().collect()
    })
}
