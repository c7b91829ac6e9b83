//! Audit 11: one achievement report in the nominations of several nominees.
//!
//! Compares hashes of the clear bytes. Reports are sealed files outside the ledger, so those that are
//! alike but not equal cannot be found here.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::{
    Audit,
    finding::{Findings, Weight},
    known::{Known, nomination_of},
};
use crate::Entry;
use khen_domain::{Event, NominationId, NomineeRef, StreamKey, nomination};
use khen_eventlog::Position;
use khen_texts::AuditLine;

#[derive(Default)]
pub(super) struct SameReport {
    reports: BTreeMap<String, BTreeMap<NominationId, Position>>,
}

impl Audit for SameReport {
    fn see(&mut self, entry: &Entry, _: &Known, _: &mut Findings) {
        if let Event::Nomination(nomination::Event::ReportAttached { document }) = entry.event()
            && let Some(id) = nomination_of(entry)
        {
            let users = self.reports.entry(document.sha256.clone()).or_default();
            users.entry(id).or_insert(entry.position);
        }
    }

    fn close(&mut self, known: &Known, found: &mut Findings) {
        for (sha256, users) in &self.reports {
            let nominee = |id: &NominationId| known.case(id).map(|case| &case.nominee);
            let nominees: BTreeSet<Option<&NomineeRef>> = users.keys().map(nominee).collect();
            let Some(last) = users.keys().next_back().filter(|_| nominees.len() > 1) else {
                continue;
            };
            let nominations: Vec<_> = users.keys().collect();
            let facts = json!({ "sha256": sha256, "nominations": nominations });
            let stream = StreamKey::nomination(last);
            let positions = users.values().copied();
            found.add(
                Weight::Look,
                AuditLine::ReportRepeated,
                &stream,
                positions,
                facts,
            );
        }
    }
}
