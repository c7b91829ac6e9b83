//! Audit 15: recorded more than three days after it happened.

use jiff::SignedDuration;
use serde_json::json;

use super::{
    Audit,
    finding::{Findings, Weight},
    gathered::{Act, Gathered},
    known::Known,
};
use crate::Entry;
use khen_texts::AuditLine;

const DAYS: i64 = 3;

#[derive(Default)]
pub(super) struct Backdated {
    acts: Gathered,
}

impl Audit for Backdated {
    fn see(&mut self, entry: &Entry, _: &Known, found: &mut Findings) {
        let lag = entry
            .recorded_at
            .duration_since(entry.occurred_at().timestamp());
        if lag <= SignedDuration::from_hours(24 * DAYS) {
            return;
        }
        let facts = || {
            json!({
                "days": lag.as_hours() / 24,
                "reason_code": entry.decoded.backdating_reason,
                "role": entry.actor().role,
                "assignment": entry.actor().assignment,
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
        let line = AuditLine::RecordedDaysLater;
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
