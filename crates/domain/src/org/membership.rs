//! For which unit a person works, by date (E06).

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::{Event, MovePerson, Refusal, decide::known_unit};
use crate::{Context, Effect, StreamKey, UnitId, World};

/// The unit that a person was registered with, and every move to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Membership {
    first: UnitId,
    moves: BTreeMap<Date, UnitId>,
}

impl Membership {
    /// With this unit from the beginning.
    pub(super) fn new(first: UnitId) -> Self {
        Self {
            first,
            moves: BTreeMap::new(),
        }
    }

    /// With that unit from this day.
    pub(super) fn moved(&mut self, from: Date, to: UnitId) {
        self.moves.insert(from, to);
    }

    /// The unit that the person was registered with.
    #[must_use]
    pub fn first(&self) -> &UnitId {
        &self.first
    }

    /// The unit on this day.
    #[must_use]
    pub fn on(&self, day: Date) -> &UnitId {
        let moved = self.moves.range(..=day).next_back();
        moved.map_or(&self.first, |(_, unit)| unit)
    }

    /// Every unit that the person ever worked for, or is to work for.
    pub fn all(&self) -> impl Iterator<Item = &UnitId> {
        std::iter::once(&self.first).chain(self.moves.values())
    }

    /// The last recorded move.
    fn last(&self) -> Option<(Date, &UnitId)> {
        let last = self.moves.last_key_value();
        last.map(|(from, unit)| (*from, unit))
    }
}

/// From a day on, a person works for another unit. Nominations stay with the unit that made them, and
/// so does its quota (E06); moves are recorded in their order.
pub(crate) fn move_person(
    world: &World,
    _: &Context,
    command: &MovePerson,
) -> Result<Vec<Effect>, crate::Refusal> {
    let (to, from) = (&command.to, command.from);
    let known = world.person(&command.person).person();
    let works = &known.ok_or(Refusal::PersonUnknown {})?.works;
    if works.last() == Some((from, to)) {
        return Ok(Vec::new());
    }
    let unit = known_unit(world, to)?;
    if !unit.validity.contains(from) {
        let unit = to.clone();
        return Err(Refusal::UnitNotThere { unit, day: from }.into());
    }
    if let Some((last, _)) = works.last()
        && from <= last
    {
        return Err(Refusal::MovedLater { last }.into());
    }
    if works.on(from) == to {
        return Err(Refusal::WorksThere { unit: to.clone() }.into());
    }
    let moved = Event::PersonMoved {
        to: to.clone(),
        from,
        document: command.document.clone(),
    };
    Ok(vec![Effect::new(StreamKey::person(&command.person), moved)])
}
