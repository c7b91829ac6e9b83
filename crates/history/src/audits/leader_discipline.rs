//! Audit 12: an awarded collective whose key leader was disciplined in the year of achievement.
//!
//! Judged at the end, so that what became known after the award is found too. Awards that were
//! revoked are left out.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::json;

use super::{
    Audit,
    finding::{Findings, Weight},
    known::{Known, nomination_of},
};
use crate::Entry;
use khen_domain::{Event, NominationId, NomineeKind, StreamKey, fact, nomination};
use khen_eventlog::Position;
use khen_texts::AuditLine;

struct Penalty {
    issued_on: Date,
    document_number: String,
    at: Position,
}

#[derive(Default)]
pub(super) struct LeaderDiscipline {
    penalties: BTreeMap<String, Vec<Penalty>>,
    awarded: BTreeMap<NominationId, Position>,
}

impl Audit for LeaderDiscipline {
    fn see(&mut self, entry: &Entry, _: &Known, _: &mut Findings) {
        if let Event::Fact(fact::Event::DisciplineRecorded {
            is_key_leader: true,
            issued_on,
            document_number,
        }) = entry.event()
        {
            let subject = entry.stream.key().rsplit_once('/');
            let subject = subject.map_or(entry.stream.key(), |(subject, _)| subject);
            let penalty = Penalty {
                issued_on: *issued_on,
                document_number: document_number.clone(),
                at: entry.position,
            };
            let penalties = self.penalties.entry(subject.to_owned()).or_default();
            penalties.push(penalty);
        } else if let Some(id) = nomination_of(entry) {
            if let Event::Nomination(nomination::Event::Awarded { .. }) = entry.event() {
                self.awarded.insert(id, entry.position);
            } else if let Event::Nomination(nomination::Event::AwardRevoked { .. }) = entry.event()
            {
                self.awarded.remove(&id);
            }
        }
    }

    fn close(&mut self, known: &Known, found: &mut Findings) {
        for (id, awarded_at) in &self.awarded {
            let case = known.case(id);
            let Some(case) = case.filter(|case| case.kind == NomineeKind::Collective) else {
                continue;
            };
            let year = known.year(id.campaign());
            let penalties = self.penalties.get(case.unit.as_str());
            let in_period = |one: &&Penalty| Some(one.issued_on.year()) == year;
            for penalty in penalties.into_iter().flatten().filter(in_period) {
                let facts = json!({
                    "unit": case.unit,
                    "day": penalty.issued_on,
                    "document_number": penalty.document_number,
                });
                let positions = [penalty.at, *awarded_at];
                let (line, stream) = (AuditLine::LeaderDisciplined, StreamKey::nomination(id));
                found.add(Weight::Breach, line, &stream, positions, facts);
            }
        }
    }
}
