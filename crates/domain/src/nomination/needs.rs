//! What the first commands on a nomination read and write.

use super::{AttachReport, Candidate, ConfirmReport, DraftNomination, ProposeNominee};
use crate::{Need, NominationId, StreamKey, World, claim, hold};

/// The claim names the nomination that may stand against it, the series the code to come. The
/// person is a guard: naming both would tie the nominee to the person.
pub(crate) fn draft_nomination(command: &DraftNomination, world: &World) -> Vec<Need> {
    let campaign = &command.campaign;
    let nominee = command.nominee_ref();
    let claim = StreamKey::claim(campaign, &nominee);
    let codes = StreamKey::nomination_codes(campaign);
    let mut needs = vec![
        Need::read(StreamKey::campaign(campaign)),
        Need::read(StreamKey::quota(campaign)),
        Need::read(StreamKey::unit(&command.unit)),
    ];
    if let Candidate::Individual { person, .. } = &command.candidate {
        needs.push(Need::guard(StreamKey::person(person)));
    }
    if world.shows(&claim)
        && let claim::State::Claimed(nomination) = world.claim(campaign, &nominee)
    {
        needs.push(Need::read(StreamKey::nomination(nomination)));
    }
    if world.shows(&codes) {
        let serial = world.nomination_codes(campaign).next();
        needs.push(written(&NominationId::new(campaign.clone(), serial)));
    }
    needs.extend([Need::write(claim), Need::write(codes)]);
    needs
}

pub(crate) fn attach_report(command: &AttachReport, _: &World) -> Vec<Need> {
    vec![written(&command.nomination)]
}

pub(crate) fn confirm_report(command: &ConfirmReport, _: &World) -> Vec<Need> {
    vec![written(&command.nomination)]
}

pub(crate) fn propose_nominee(command: &ProposeNominee, world: &World) -> Vec<Need> {
    let campaign = command.nomination.campaign();
    let mut needs = vec![
        written(&command.nomination),
        Need::read(StreamKey::campaign(campaign)),
    ];
    needs.extend(hold::needs_of([&command.nomination], world));
    needs
}

fn written(nomination: &NominationId) -> Need {
    Need::write(StreamKey::nomination(nomination))
}
