//! Audit 7: a decision that was signed, or is dated, before the Council voted on its awardees.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{
    Audit,
    finding::Findings,
    known::{Known, nomination_of},
};
use crate::Entry;
use khen_domain::{Event, Moment, NominationId, StreamKey, decision, nomination};
use khen_eventlog::Position;
use khen_texts::AuditLine;

#[derive(Default)]
pub(super) struct BeforeMeeting {
    approved: BTreeMap<NominationId, (Moment, Position)>,
    awardees: BTreeMap<StreamKey, Vec<NominationId>>,
}

impl Audit for BeforeMeeting {
    fn see(&mut self, entry: &Entry, _: &Known, found: &mut Findings) {
        if let Event::Nomination(nomination::Event::CouncilApproved { .. }) = entry.event()
            && let Some(id) = nomination_of(entry)
        {
            self.approved
                .insert(id, (entry.occurred_at(), entry.position));
        }
        let Event::Decision(event) = entry.event() else {
            return;
        };
        if let decision::Event::DecisionDrafted { awardees, .. } = event {
            let awardees = awardees.iter().map(|awardee| awardee.nomination.clone());
            self.awardees
                .insert(entry.stream.clone(), awardees.collect());
        } else if let decision::Event::DecisionSigned { signed_at, .. } = event {
            let early = self.early(&entry.stream, |voted| *signed_at < voted);
            let when = ("signed", json!(signed_at));
            report(AuditLine::SignedBeforeMeeting, entry, &early, when, found);
        } else if let decision::Event::NumberAssigned { date, .. } = event {
            let early = self.early(&entry.stream, |voted| *date < voted.date());
            let when = ("date", json!(date));
            report(AuditLine::DatedBeforeMeeting, entry, &early, when, found);
        }
    }
}

type Early<'a> = (&'a NominationId, Moment, Position);

impl BeforeMeeting {
    fn early(&self, decision: &StreamKey, is_early: impl Fn(Moment) -> bool) -> Vec<Early<'_>> {
        let awardees = self.awardees.get(decision).into_iter().flatten();
        awardees
            .filter_map(|id| {
                let (voted, position) = self.approved.get(id)?;
                is_early(*voted).then_some((id, *voted, *position))
            })
            .collect()
    }
}

fn report(
    line: AuditLine,
    entry: &Entry,
    early: &[Early<'_>],
    (name, when): (&str, Value),
    found: &mut Findings,
) {
    let Some(meeting) = early.iter().map(|(_, voted, _)| *voted).max() else {
        return;
    };
    let nominations: Vec<_> = early.iter().map(|(id, ..)| *id).collect();
    let positions = early.iter().map(|(.., position)| *position);
    let facts = json!({ name: when, "meeting": meeting, "nominations": nominations });
    found.breach(line, entry, positions, facts);
}
