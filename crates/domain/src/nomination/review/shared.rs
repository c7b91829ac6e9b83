//! A person and the own collective who are nominated with one and the same report (E09).

use super::Refusal;
use crate::{
    Need, NominationId, NomineeKind, NomineeRef, StreamKey, World, claim,
    nomination::{Case, Gate, gates},
};

/// The claim on a person's collective, and the nomination that it names.
pub(in crate::nomination) fn needs(case: &Case, world: &World) -> Vec<Need> {
    if case.kind == NomineeKind::Collective {
        return Vec::new();
    }
    let claim = StreamKey::claim(&case.campaign, &NomineeRef::from(&case.unit));
    let nomination = world.shows(&claim).then(|| collective(world, case));
    let nomination = nomination.flatten().map(StreamKey::nomination);
    let read = nomination.into_iter().chain([claim]);
    read.map(Need::read).collect()
}

/// Both may be nominated: they are different nominees. One achievement is not rewarded twice (L3),
/// so that the same text asks the reviewer of the person for an answer. Texts are never read here:
/// the same text is the same document.
pub(super) fn must_be_answered(
    world: &World,
    nomination: &NominationId,
    case: &Case,
    is_answered: bool,
) -> Result<(), Refusal> {
    match with_the_same_report(world, case) {
        Some(collective) if !is_answered => Err(Refusal::AchievementSharedUnanswered {
            nomination: nomination.clone(),
            collective: collective.clone(),
        }),
        Some(_) | None => Ok(()),
    }
}

fn with_the_same_report<'w>(world: &'w World, case: &Case) -> Option<&'w NominationId> {
    if case.kind == NomineeKind::Collective {
        return None;
    }
    let nomination = collective(world, case)?;
    let theirs = gates::in_view(world, nomination)?;
    let counts = !theirs.gate.is_terminal() || theirs.gate == Gate::Awarded;
    let (own, theirs) = (case.report.as_ref()?, theirs.report.as_ref()?);
    (counts && own.sha256 == theirs.sha256).then_some(nomination)
}

fn collective<'w>(world: &'w World, case: &Case) -> Option<&'w NominationId> {
    match world.claim(&case.campaign, &NomineeRef::from(&case.unit)) {
        claim::State::Unclaimed => None,
        claim::State::Claimed(nomination) => Some(nomination),
    }
}
