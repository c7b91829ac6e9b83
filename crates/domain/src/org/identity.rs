//! Whether two records of persons are of one human being (E11).
//!
//! Records stay what they are: a merge joins them and can be undone. While they are joined, whatever
//! asks about one of them finds what is known of the others too.

use std::collections::BTreeSet;

use super::{Event, MergeIdentity, Person, Refusal, UndoIdentityMerge};
use crate::{Context, Effect, Need, NomineeRef, PersonId, SourceDocument, StreamKey, World};

type Decided = Result<Vec<Effect>, crate::Refusal>;

/// Two records turn out to be of one human being; records that are joined through others already are
/// so.
pub(crate) fn merge_identity(world: &World, context: &Context, command: &MergeIdentity) -> Decided {
    let (person, other) = (&command.person, &command.other);
    if person == other {
        return Err(Refusal::MergedWithItself {}.into());
    }
    must_be_told_by_another(world, context, [person, other], &command.document)?;
    if others(world, person).contains(other) {
        return Ok(Vec::new());
    }
    let event = |with: &PersonId| Event::IdentityMerged {
        with: with.clone(),
        document: command.document.clone(),
    };
    Ok(on_both(person, other, event))
}

/// They turn out to be two human beings after all: nothing was lost, so nothing is restored.
pub(crate) fn undo_identity_merge(
    world: &World,
    context: &Context,
    command: &UndoIdentityMerge,
) -> Decided {
    let (person, other) = (&command.person, &command.other);
    let known = must_be_told_by_another(world, context, [person, other], &command.document)?;
    if !known.joined.contains(other) {
        return if others(world, person).contains(other) {
            Err(Refusal::MergedThroughOthers {}.into())
        } else {
            Ok(Vec::new())
        };
    }
    let event = |with: &PersonId| Event::IdentityMergeUndone {
        with: with.clone(),
        document: command.document.clone(),
    };
    Ok(on_both(person, other, event))
}

/// Both are known, neither is the one who says so, and a paper says it. Answers with the first.
fn must_be_told_by_another<'w>(
    world: &'w World,
    context: &Context,
    both: [&PersonId; 2],
    document: &SourceDocument,
) -> Result<&'w Person, Refusal> {
    if both.contains(&&context.actor.principal) {
        return Err(Refusal::OwnIdentity {});
    }
    if document.title.trim().is_empty() {
        return Err(Refusal::IdentityUnfounded {});
    }
    let known = both.map(|one| world.person(one).person());
    let [Some(person), Some(_)] = known else {
        return Err(Refusal::PersonUnknown {});
    };
    Ok(person)
}

fn on_both(person: &PersonId, other: &PersonId, event: impl Fn(&PersonId) -> Event) -> Vec<Effect> {
    vec![
        Effect::new(StreamKey::person(person), event(other)),
        Effect::new(StreamKey::person(other), event(person)),
    ]
}

/// Whom else this person is, as far as records are in view, also through one another.
pub(crate) fn others(world: &World, person: &PersonId) -> BTreeSet<PersonId> {
    let mut found = BTreeSet::new();
    let mut open = vec![person];
    while let Some(one) = open.pop() {
        let is_shown = world.shows(&StreamKey::person(one));
        let known = is_shown.then(|| world.person(one).person()).flatten();
        let joined = known.into_iter().flat_map(|known| &known.joined);
        for other in joined {
            if other != person && found.insert(other.clone()) {
                open.push(other);
            }
        }
    }
    found
}

/// Whether both are one human being, as far as records are in view.
pub(crate) fn are_one(world: &World, person: &PersonId, other: &PersonId) -> bool {
    person == other || others(world, person).contains(other)
}

/// Whom else a nominee is, once it is in view which person it is.
pub(crate) fn others_of(nominee: &NomineeRef, world: &World) -> BTreeSet<PersonId> {
    let person = world.nominee(nominee);
    person.map_or_else(BTreeSet::new, |person| others(world, person))
}

/// Which person a nominee is, and the records that tell whom else.
pub(crate) fn of_nominee(nominee: &NomineeRef, world: &World) -> Vec<Need> {
    let person = world.nominee(nominee);
    let mut needs = person.map_or_else(Vec::new, |person| needs(person, world));
    needs.push(Need::Person(nominee.clone()));
    needs
}

/// The records that tell whom else this person is; guards, because a reading that is named would tie
/// a nominee to the person.
pub(crate) fn needs(person: &PersonId, world: &World) -> Vec<Need> {
    let all = others(world, person);
    let all = std::iter::once(person).chain(&all);
    all.map(StreamKey::person).map(Need::guard).collect()
}
