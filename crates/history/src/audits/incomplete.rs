//! Audit 3: a review before the dossier was complete.
//!
//! A dossier is complete when all three parts were sent, Home Affairs received it, and nothing that
//! the unit was asked for is still missing.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::{
    Audit,
    finding::Findings,
    known::{Known, nomination_of},
};
use crate::Entry;
use khen_domain::{DocumentKind, Event, NominationId, nomination};
use khen_texts::AuditLine;

/// The parts of a dossier (plan III.3).
const PARTS: [DocumentKind; 3] = [
    DocumentKind::SubmissionLetter,
    DocumentKind::MinutesExtract,
    DocumentKind::AchievementReport,
];

#[derive(Default)]
struct Dossier {
    parts: BTreeSet<DocumentKind>,
    is_received: bool,
    is_supplement_open: bool,
    said: BTreeSet<AuditLine>,
}

#[derive(Default)]
pub(super) struct Incomplete {
    dossiers: BTreeMap<NominationId, Dossier>,
}

impl Audit for Incomplete {
    fn see(&mut self, entry: &Entry, _: &Known, found: &mut Findings) {
        let Event::Nomination(event) = entry.event() else {
            return;
        };
        let Some(id) = nomination_of(entry) else {
            return;
        };
        let dossier = self.dossiers.entry(id).or_default();
        if is_review(event) {
            dossier.judge(entry, found);
        } else {
            dossier.change(event);
        }
    }
}

impl Dossier {
    fn change(&mut self, event: &nomination::Event) {
        if let nomination::Event::DossierSubmitted { documents, .. } = event {
            self.parts = documents.iter().map(|document| document.kind).collect();
            self.is_received = false;
        } else if let nomination::Event::DossierResubmitted { documents, .. } = event {
            self.parts
                .extend(documents.iter().map(|document| document.kind));
            self.is_supplement_open = false;
        } else if let nomination::Event::DossierReceived { .. } = event {
            self.is_received = true;
        } else if let nomination::Event::SupplementRequested { .. } = event {
            self.is_supplement_open = true;
        } else if let nomination::Event::SupplementClosed { .. } = event {
            self.is_supplement_open = false;
        }
    }

    fn judge(&mut self, entry: &Entry, found: &mut Findings) {
        let missing: Vec<_> = PARTS
            .into_iter()
            .filter(|part| !self.parts.contains(part))
            .collect();
        let flaws = [
            (AuditLine::PartsMissing, !missing.is_empty()),
            (AuditLine::NotReceived, !self.is_received),
            (AuditLine::SupplementOpen, self.is_supplement_open),
        ];
        for (line, _) in flaws.into_iter().filter(|(_, is_there)| *is_there) {
            if self.said.insert(line) {
                found.breach(line, entry, [], json!({ "missing": missing }));
            }
        }
    }
}

fn is_review(event: &nomination::Event) -> bool {
    matches!(
        event,
        nomination::Event::ReviewerAssigned { .. }
            | nomination::Event::CriterionAssessed { .. }
            | nomination::Event::ReviewRecommended { .. }
            | nomination::Event::ReviewPassed { .. }
    )
}
