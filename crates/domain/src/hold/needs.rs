//! What the commands on holds read and write, and what it takes to see whether a nominee is held.

use super::{HeldSubject, LiftHold, PlaceHold, ReviewHold};
use crate::{
    Aspect, FactSubject, Need, NominationId, NomineeKind, StreamKey, World,
    nomination::{Case, gates},
    org::identity,
};

pub(crate) fn place_hold(command: &PlaceHold, _: &World) -> Vec<Need> {
    on(&command.subject).into()
}

pub(crate) fn review_hold(command: &ReviewHold, _: &World) -> Vec<Need> {
    on(&command.subject).into()
}

pub(crate) fn lift_hold(command: &LiftHold, _: &World) -> Vec<Need> {
    on(&command.subject).into()
}

/// What it takes to see whether these nominees are held (INV-16), once their cases are in view.
pub(crate) fn needs_of<'n>(
    nominations: impl IntoIterator<Item = &'n NominationId>,
    world: &World,
) -> Vec<Need> {
    let nominations = nominations.into_iter();
    let cases = nominations.filter_map(|nomination| gates::in_view(world, nomination));
    cases.flat_map(|case| of_nominee(case, world)).collect()
}

/// A person's holds are a guard: the record never names them beside the case.
fn of_nominee(case: &Case, world: &World) -> Vec<Need> {
    match case.kind {
        NomineeKind::Collective => {
            let unit = FactSubject::from(&case.unit);
            vec![Need::read(StreamKey::hold(&unit))]
        }
        NomineeKind::Individual => {
            let subject = world.hold_subject(&case.nominee_ref);
            let stream = subject.map(|subject| Need::guard(StreamKey::hold(subject)));
            let who = Need::HoldSubject(case.nominee_ref.clone());
            let mut needs = identity::of_nominee(&case.nominee_ref, world);
            let records = identity::others_of(&case.nominee_ref, world).into_iter();
            needs.extend(records.map(|other| Need::SubjectOf(other, Aspect::Holds)));
            let streams = others(case, world).map(StreamKey::hold);
            needs.extend(streams.map(Need::guard));
            needs.extend(std::iter::once(who).chain(stream));
            needs
        }
    }
}

/// The other records of the nominee as subjects of holds (E11), as far as they are in view.
pub(super) fn others<'w>(
    case: &Case,
    world: &'w World,
) -> impl Iterator<Item = &'w FactSubject> + use<'w> {
    let others = identity::others_of(&case.nominee_ref, world).into_iter();
    others.filter_map(|other| world.subject_of(&other, Aspect::Holds))
}

/// The person is a guard: naming both would tie the subject of holds to the person.
fn on(subject: &HeldSubject) -> [Need; 2] {
    let known = match subject {
        HeldSubject::Unit { unit } => Need::read(StreamKey::unit(unit)),
        HeldSubject::Person { person, .. } => Need::guard(StreamKey::person(person)),
    };
    [Need::write(StreamKey::hold(&subject.subject())), known]
}
