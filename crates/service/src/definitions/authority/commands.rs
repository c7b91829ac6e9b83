//! What an authority asks of the desk, in order.

use serde::Serialize;

use super::{Authority, Unit};
use crate::definitions::{Acting, PlannedCommand};
use khen_domain::{CommandKind, org::EstablishUnit};

impl Authority {
    /// The authority, its calendar, its units, its law: all by the program itself.
    pub(crate) fn commands(&self) -> Vec<PlannedCommand> {
        let slug = self.ledger.slug.get_ref();
        let authority = by_system(
            CommandKind::EstablishAuthority,
            self.authority.get_ref(),
            &format!("authority/{slug}"),
        );
        let calendars = self.calendars.iter().map(|one| {
            let calendar = one.get_ref().command();
            let path = format!("calendar/{}", calendar.year);
            by_system(CommandKind::SetCalendar, &calendar, &path)
        });
        let units = self.all_units().map(|unit| {
            let path = format!("unit/{}", unit.unit.get_ref());
            let content = self.establish(unit);
            by_system(CommandKind::EstablishUnit, &content, &path)
        });
        let regimes = self.regimes.iter().map(|one| {
            let regime = one.get_ref();
            let path = format!("regime/{}", regime.instrument);
            by_system(CommandKind::RecordRegime, regime, &path)
        });
        let wages = self.base_wages.iter().map(|one| {
            let wage = one.get_ref();
            let path = format!("base-wage/{}/{}", wage.instrument, wage.valid_from);
            by_system(CommandKind::RecordBaseWage, wage, &path)
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

fn by_system(kind: CommandKind, content: &impl Serialize, path: &str) -> PlannedCommand {
    PlannedCommand::new(kind, content, path, Acting::System)
}
