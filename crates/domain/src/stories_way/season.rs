//! Whole seasons of many nominees, for rooms that need many events.

use crate::{
    Command, FactStatus,
    stories_kit::{definition, for_authority, launch, office, register, set_quota, system},
    stories_way::{Nominee, Step, base_wage, regime, step, way_of},
};

/// Units whose persons are nominated.
const UNITS: [&str; 3] = ["van-phong", "tu-phap", "tan-khai"];

/// What is loaded into an empty ledger before the first season: the office, the law, and as many
/// persons as a season nominates of each unit.
#[must_use]
pub fn loading(persons_per_unit: u32) -> Vec<Step> {
    let mut commands = office();
    commands.extend([regime().into(), base_wage().into()]);
    for (who, of) in persons(persons_per_unit) {
        commands.push(register(&format!("{who}.{of}"), of).into());
    }
    let commands = commands.into_iter();
    commands
        .map(|command: Command| step("2024-01-02T08:00", system(), command))
        .collect()
}

/// A season from the plan to the award: one unit and this many persons of each of three others are
/// nominated, and everybody is awarded.
#[must_use]
pub fn season(persons_per_unit: u32) -> Vec<Step> {
    let unit = Nominee {
        serial: 1,
        of: "tai-chinh",
        who: None,
    };
    let persons = persons(persons_per_unit).into_iter().zip(2..);
    let persons = persons.map(|((who, of), serial)| Nominee {
        serial,
        of,
        who: Some(who),
    });
    let nominees: Vec<_> = [unit].into_iter().chain(persons).collect();
    let slots = UNITS.map(|of| (of, persons_per_unit));
    let quota = set_quota(5, 3 * persons_per_unit);
    let before = definition()
        .into_iter()
        .chain([quota.into(), launch().into()]);
    before
        .map(|command| step("2024-03-15T08:00", for_authority(), command))
        // Seasons of one year share its results, which are never provisional again.
        .chain(way_of(&nominees, &slots, FactStatus::Final))
        .collect()
}

fn persons(per_unit: u32) -> Vec<(String, &'static str)> {
    let of_unit = |of| (1..=per_unit).map(move |number| (format!("nominee-{number}"), of));
    UNITS.into_iter().flat_map(of_unit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        FactSubject, State,
        nomination::Gate,
        stories_kit::{Stage, nominee},
    };

    #[test]
    fn a_season_awards_everybody() {
        let mut stage = Stage::default();
        for (who, of) in persons(2) {
            let subject = FactSubject::parse(&format!("subject.{who}.{of}"));
            let subject = subject.expect("the subject is an identifier");
            stage = stage.knowing(nominee(&format!("{who}.{of}")), 2024, subject);
        }
        for Step { at, actor, command } in loading(2).into_iter().chain(season(2)) {
            stage = stage.at(at).then(&actor, command);
        }
        let gates = stage.streams().filter_map(|(_, state)| {
            let State::Nomination(case) = state else {
                return None;
            };
            case.case().map(|case| case.gate)
        });
        assert_eq!(gates.collect::<Vec<_>>(), vec![Gate::Awarded; 7]);
    }
}
