//! What the commands on facts read and write.

use super::{ImportUnitResults, RecordDiscipline, RecordInitiative, RecordRating};
use crate::{FactSubject, Need, StreamKey, UnitId, World};

pub(crate) fn import_unit_results(command: &ImportUnitResults, _: &World) -> Vec<Need> {
    let rows = command.rows.iter();
    rows.flat_map(|row| of_unit(&row.unit, command.year))
        .collect()
}

pub(crate) fn record_initiative(command: &RecordInitiative, _: &World) -> Vec<Need> {
    of_unit(&command.unit, command.year).into()
}

/// The person is a guard: naming both would tie the subject of facts to the person.
pub(crate) fn record_rating(command: &RecordRating, _: &World) -> Vec<Need> {
    vec![
        Need::write(StreamKey::fact(&command.subject, command.year)),
        Need::guard(StreamKey::person(&command.person)),
    ]
}

pub(crate) fn record_discipline(command: &RecordDiscipline, _: &World) -> Vec<Need> {
    of_unit(&command.unit, command.year).into()
}

fn of_unit(unit: &UnitId, year: i16) -> [Need; 2] {
    [
        Need::write(StreamKey::fact(&FactSubject::from(unit), year)),
        Need::read(StreamKey::unit(unit)),
    ]
}
