//! What can be wrong with people who read well.

use toml::Spanned;

use super::{Assignment, People};
use crate::definitions::{Authority, Fault, Source, fault::repeated, words::Problem};
use khen_domain::{Role, UnitId};

impl People {
    /// Everything that is wrong; units are looked up where the authority is at hand.
    pub(in crate::definitions) fn faults(
        &self,
        source: Source<'_>,
        authority: Option<&Authority>,
    ) -> Vec<Fault> {
        let handles = self
            .people
            .iter()
            .map(|person| (person.handle().to_owned(), person.handle.span()));
        let seats = self
            .seats()
            .map(|seat| (seat.handle(), seat.assignment.role.span()));
        let mut faults = repeated(source, handles);
        faults.extend(repeated(source, seats));
        faults.extend(self.stranger_units(source, authority));
        let assignments = self.seats().map(|seat| seat.assignment);
        faults.extend(assignments.flat_map(|one| self.assignment_faults(source, one)));
        faults
    }

    fn stranger_units(&self, source: Source<'_>, authority: Option<&Authority>) -> Vec<Fault> {
        let Some(authority) = authority else {
            return Vec::new();
        };
        let homes = self.people.iter().map(|person| &person.unit);
        let places = self
            .seats()
            .filter_map(|seat| seat.assignment.unit.as_ref());
        let strangers = homes
            .chain(places)
            .filter(|unit| !authority.has_unit(unit.get_ref()));
        strangers.map(|unit| stranger(source, unit)).collect()
    }

    fn assignment_faults(&self, source: Source<'_>, assignment: &Assignment) -> Vec<Fault> {
        let role = *assignment.role.get_ref();
        let document = assignment.document.get_ref();
        let from = assignment.from;
        let backwards = assignment.to.filter(|to| *to < from);
        let at_role = [
            (role == Role::System).then_some(Problem::RoleNotGranted { role }),
            (is_of_a_unit(role) && assignment.unit.is_none())
                .then_some(Problem::RoleWithoutUnit { role }),
            backwards.map(|to| Problem::EndsBeforeItStarts { from, to }),
        ];
        let at_role = at_role.into_iter().flatten();
        let mut faults: Vec<Fault> = at_role
            .map(|problem| source.fault(assignment.role.span(), problem))
            .collect();
        if !self.documents.contains_key(document) {
            let document = document.clone();
            let problem = Problem::UnknownDocument { document };
            faults.push(source.fault(assignment.document.span(), problem));
        }
        faults
    }
}

fn stranger(source: Source<'_>, unit: &Spanned<UnitId>) -> Fault {
    let problem = Problem::UnknownUnit {
        unit: unit.get_ref().clone(),
    };
    source.fault(unit.span(), problem)
}

/// Roles that mean nothing without a unit.
fn is_of_a_unit(role: Role) -> bool {
    matches!(
        role,
        Role::UnitOfficer | Role::UnitSecretary | Role::UnitHead | Role::Nominee
    )
}
