//! The end of a unit, and who goes on with its work (E40); the end of the authority (E41).

use std::collections::BTreeSet;

use jiff::{ToSpan as _, civil::Date};

use super::{
    DissolveUnit, EndAuthority, Ending, Event, Refusal,
    decide::{known_unit, whole},
};
use crate::{Context, Effect, StreamKey, UnitId, World};

type Decided = Result<Vec<Effect>, crate::Refusal>;

/// Never later than the last day that is known already. Its collective is no nominee any more (L4),
/// individuals go on (E40).
pub(crate) fn dissolve_unit(world: &World, _: &Context, command: &DissolveUnit) -> Decided {
    let known = known_unit(world, &command.unit)?;
    let successors: BTreeSet<UnitId> = command.successors.iter().cloned().collect();
    whole(known.validity.from, Some(command.on))?;
    let recorded = known.succession.successors.as_ref();
    match known.validity.ending(recorded.is_some(), command.on) {
        Ending::Now => {}
        Ending::Recorded if recorded == Some(&successors) => return Ok(Vec::new()),
        Ending::Recorded => return Err(over(command, command.on).into()),
        Ending::Over(last) | Ending::TooLate(last) => return Err(over(command, last).into()),
    }
    let next = command.on.saturating_add(1.day());
    for successor in &successors {
        must_go_on(world, successor, &command.unit, next)?;
    }
    let dissolved = Event::UnitDissolved {
        on: command.on,
        successors: successors.iter().cloned().collect(),
        document: command.document.clone(),
    };
    let mut effects = vec![Effect::new(StreamKey::unit(&command.unit), dissolved)];
    effects.extend(successors.iter().map(|successor| {
        let predecessor = command.unit.clone();
        let succeeded = Event::UnitSucceeded {
            predecessor,
            from: next,
        };
        Effect::new(StreamKey::unit(successor), succeeded)
    }));
    Ok(effects)
}

fn over(command: &DissolveUnit, last: Date) -> Refusal {
    let unit = command.unit.clone();
    Refusal::UnitOver { unit, last }
}

/// Never later than the last day that is known already. What is not issued by then, never is (INV-30).
pub(crate) fn end_authority(world: &World, _: &Context, command: &EndAuthority) -> Decided {
    let on = command.on;
    let known = world.authority().authority();
    let known = known.ok_or(Refusal::AuthorityUnknown {})?;
    whole(known.validity.from, Some(on))?;
    match known.validity.ending(known.is_ended, on) {
        Ending::Now => {}
        Ending::Recorded => return Ok(Vec::new()),
        Ending::Over(last) | Ending::TooLate(last) => {
            return Err(Refusal::AuthorityOver { last }.into());
        }
    }
    let document = command.document.clone();
    let ended = Event::AuthorityEnded { on, document };
    Ok(vec![Effect::new(StreamKey::authority(), ended)])
}

/// A successor is another unit, there on the day after.
fn must_go_on(
    world: &World,
    successor: &UnitId,
    predecessor: &UnitId,
    day: Date,
) -> Result<(), Refusal> {
    let known = known_unit(world, successor)?;
    if successor == predecessor || !known.validity.contains(day) {
        return Err(Refusal::SuccessorUnfit {
            successor: successor.clone(),
            day,
        });
    }
    Ok(())
}
