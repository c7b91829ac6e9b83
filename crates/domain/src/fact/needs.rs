//! What the commands on facts read and write.

use super::{
    FactAbout, ImportUnitResults, RecordAuthorityIndex, RecordDiscipline, RecordInitiative,
    RecordPastAward, RecordRating,
};
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

/// A person is a guard, as for a rating.
pub(crate) fn record_past_award(command: &RecordPastAward, _: &World) -> Vec<Need> {
    award_of(&command.awardee, command.year).into()
}

/// The facts of an awardee, and whether the directory knows who it is.
pub(crate) fn award_of(awardee: &FactAbout, year: i16) -> [Need; 2] {
    let known = match awardee {
        FactAbout::Unit { unit } => Need::read(StreamKey::unit(unit)),
        FactAbout::Person { person, .. } => Need::guard(StreamKey::person(person)),
    };
    let facts = StreamKey::fact(&awardee.subject(), year);
    [Need::write(facts), known]
}

pub(crate) fn record_authority_index(command: &RecordAuthorityIndex, _: &World) -> Vec<Need> {
    vec![Need::write(StreamKey::authority_index(command.year))]
}

fn of_unit(unit: &UnitId, year: i16) -> [Need; 2] {
    [
        Need::write(StreamKey::fact(&FactSubject::from(unit), year)),
        Need::read(StreamKey::unit(unit)),
    ]
}
