//! What the commands on a presentation read and write.

use super::{CheckPresentation, DecidePresentation, PresentToChairman};
use crate::{Need, NominationId, PresentationId, StreamKey, World, nomination::gates};

pub(crate) fn present_to_chairman(command: &PresentToChairman, _world: &World) -> Vec<Need> {
    let nominations = command.nominations.iter().map(StreamKey::nomination);
    let mut needs = vec![
        written(&command.presentation),
        Need::read(StreamKey::council_session(&command.session)),
        Need::read(StreamKey::quota(&command.presentation.campaign)),
    ];
    needs.extend(nominations.map(Need::write));
    needs
}

pub(crate) fn check_presentation(command: &CheckPresentation, _world: &World) -> Vec<Need> {
    vec![written(&command.presentation)]
}

pub(crate) fn decide_presentation(command: &DecidePresentation, world: &World) -> Vec<Need> {
    let quota = StreamKey::quota(&command.presentation.campaign);
    let mut needs = vec![written(&command.presentation), Need::write(quota)];
    let presented = presented(&command.presentation, world);
    needs.extend(gates::with_slots(&presented, world));
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
