//! Audit 14: acts that were recorded outside working hours.
//!
//! Working hours are 07:00 to 17:30 in Viet Nam on working days of the authority's calendar. Acts of
//! the system itself are left out. Devices are not in the ledger.

use jiff::civil::Time;
use serde_json::json;

use super::{
    Audit,
    finding::{Findings, Weight},
    gathered::{Act, Gathered},
    known::Known,
};
use crate::Entry;
use khen_domain::{Role, viet_nam};
use khen_texts::AuditLine;

const OPENS: Time = Time::constant(7, 0, 0, 0);
const CLOSES: Time = Time::constant(17, 30, 0, 0);

#[derive(Default)]
pub(super) struct Hours {
    acts: Gathered,
}

impl Audit for Hours {
    fn see(&mut self, entry: &Entry, known: &Known, found: &mut Findings) {
        let recorded = entry.recorded_at.to_zoned(viet_nam());
        let is_open = (OPENS..=CLOSES).contains(&recorded.time())
            && known.calendar.is_working_day(recorded.date());
        let actor = entry.actor();
        if is_open || actor.role == Role::System {
            return;
        }
        let facts = || {
            json!({
                "role": actor.role,
                "assignment": actor.assignment,
                "recorded": entry.recorded(),
            })
        };
        tell(self.acts.add(entry, facts), found);
    }

    fn close(&mut self, _: &Known, found: &mut Findings) {
        tell(self.acts.last(), found);
    }
}

fn tell(act: Option<Act>, found: &mut Findings) {
    if let Some(act) = act {
        let line = AuditLine::OutOfHours;
        found.add_in(
            act.campaign,
            Weight::Look,
            line,
            &act.stream,
            act.positions,
            act.facts,
        );
    }
}
