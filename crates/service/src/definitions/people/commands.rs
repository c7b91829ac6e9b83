//! What people ask of the desk, in order.

use serde_json::json;

use super::{People, Person, Seat};
use crate::definitions::{Acting, IdKind, Ids, PlannedCommand, planned::Entry};
use khen_domain::CommandKind;

impl People {
    /// The people, then their assignments, all by the program itself. Names are in clear: the
    /// desk seals them.
    pub(crate) fn commands(&self, ids: Ids<'_>) -> Vec<PlannedCommand> {
        let people = self.people.iter().map(|person| self.register(person, ids));
        let seats = self.seats().map(|seat| self.grant(seat, ids));
        people.chain(seats).collect()
    }

    fn grant(&self, seat: Seat<'_>, ids: Ids<'_>) -> PlannedCommand {
        let handle = seat.handle();
        let assignment = seat.assignment;
        let content = json!({
            "assignment": ids(IdKind::Assignment, &handle),
            "person": ids(IdKind::Person, seat.person.handle()),
            "role": seat.role(),
            "unit": seat.unit(),
            "title": assignment.title,
            "is_key_leader": assignment.is_key_leader,
            "from": self.from(assignment),
            "to": assignment.to,
            "document": self.document(assignment).and_then(|one| self.documents.get(one.get_ref())),
        });
        let path = format!("assignment/{handle}");
        let place = self.lines.place(assignment.role.span());
        let entry = Entry { path: &path, place };
        PlannedCommand::new(
            CommandKind::GrantAssignment,
            &content,
            entry,
            Acting::System,
        )
    }

    fn register(&self, person: &Person, ids: Ids<'_>) -> PlannedCommand {
        let handle = person.handle();
        let content = json!({
            "person": ids(IdKind::Person, handle),
            "name": person.name,
            "category": self.category(person),
            "unit": person.unit(),
        });
        let path = format!("person/{handle}");
        let place = self.lines.place(person.handle.span());
        let entry = Entry { path: &path, place };
        PlannedCommand::new(CommandKind::RegisterPerson, &content, entry, Acting::System)
    }
}
