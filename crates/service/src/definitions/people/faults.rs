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
        let people = self.people.iter();
        let uncategorised = people.filter(|person| self.category(person).is_none());
        faults.extend(uncategorised.map(|person| unsaid(source, &person.handle, "category")));
        let assignments = self.seats().map(|seat| seat.assignment);
        faults.extend(assignments.flat_map(|one| self.assignment_faults(source, one)));
        let default = self.defaults.document.iter();
        faults.extend(default.filter_map(|document| self.unknown_document(source, document)));
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
        let not_granted = (role == Role::System).then(|| {
            let problem = Problem::RoleNotGranted { role };
            source.fault(assignment.role.span(), problem)
        });
        let undated = self.from(assignment).is_none();
        let undated = undated.then(|| unsaid(source, &assignment.role, "from"));
        let backwards = self.from(assignment).zip(assignment.to);
        let backwards = backwards.filter(|(from, to)| to < from).map(|(from, to)| {
            let problem = Problem::EndsBeforeItStarts { from, to };
            source.fault(assignment.role.span(), problem)
        });
        let groundless = self.document(assignment).is_none();
        let groundless = groundless.then(|| unsaid(source, &assignment.role, "document"));
        let said = assignment.document.as_ref();
        let unknown = said.and_then(|document| self.unknown_document(source, document));
        [not_granted, undated, backwards, groundless, unknown]
            .into_iter()
            .flatten()
            .collect()
    }

    fn unknown_document(&self, source: Source<'_>, document: &Spanned<String>) -> Option<Fault> {
        let name = document.get_ref();
        (!self.documents.contains_key(name)).then(|| {
            let problem = Problem::UnknownDocument {
                document: name.clone(),
            };
            source.fault(document.span(), problem)
        })
    }
}

/// A key that neither the entry nor the defaults of the file give.
fn unsaid<T>(source: Source<'_>, entry: &Spanned<T>, key: &'static str) -> Fault {
    source.fault(entry.span(), Problem::NoDefault { key })
}

fn stranger(source: Source<'_>, unit: &Spanned<UnitId>) -> Fault {
    let problem = Problem::UnknownUnit {
        unit: unit.get_ref().clone(),
    };
    source.fault(unit.span(), problem)
}
