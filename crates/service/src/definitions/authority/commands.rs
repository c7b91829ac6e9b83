//! What an authority asks of the desk, in order.

use std::ops::Range;

use serde_json::{Value, json};

use super::{Authority, Unit};
use crate::definitions::{Acting, PlannedCommand, planned::Entry};
use khen_domain::{CommandKind, org::EstablishUnit};

impl Authority {
    /// The authority, its calendar, its units, its law: all by the program itself.
    pub(crate) fn commands(&self) -> Vec<PlannedCommand> {
        let slug = self.ledger.slug.get_ref();
        let by_system = |kind, content: &Value, (path, span): (String, Range<usize>)| {
            let place = self.lines.place(span);
            let entry = Entry { path: &path, place };
            PlannedCommand::new(kind, content, entry, Acting::System)
        };
        let authority = by_system(
            CommandKind::EstablishAuthority,
            &json!(self.authority.get_ref()),
            (format!("authority/{slug}"), self.authority.span()),
        );
        let calendars = self.calendars.iter().map(|one| {
            let calendar = one.get_ref().command();
            let entry = (format!("calendar/{}", calendar.year), one.span());
            by_system(CommandKind::SetCalendar, &json!(calendar), entry)
        });
        let units = self.all_units().map(|unit| {
            let entry = (format!("unit/{}", unit.unit.get_ref()), unit.unit.span());
            let content = json!(self.establish(unit));
            by_system(CommandKind::EstablishUnit, &content, entry)
        });
        let regimes = self.regimes.iter().map(|one| {
            let regime = one.get_ref();
            let entry = (format!("regime/{}", regime.instrument), one.span());
            by_system(CommandKind::RecordRegime, &json!(regime.command()), entry)
        });
        let wages = self.base_wages.iter().map(|one| {
            let wage = one.get_ref();
            let path = format!("base-wage/{}/{}", wage.instrument, wage.valid_from);
            by_system(
                CommandKind::RecordBaseWage,
                &json!(wage.command()),
                (path, one.span()),
            )
        });
        std::iter::once(authority)
            .chain(calendars)
            .chain(units)
            .chain(regimes)
            .chain(wages)
            .collect()
    }

    fn establish(&self, unit: &Unit) -> EstablishUnit {
        EstablishUnit {
            unit: unit.unit.get_ref().clone(),
            name: unit.name.clone(),
            kind: unit.kind,
            group: unit.group.clone(),
            functions: unit.functions.clone(),
            staff: unit.staff,
            valid_from: self.first_day(unit),
            valid_until: self.last_day(unit),
        }
    }
}
