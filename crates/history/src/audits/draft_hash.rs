//! Audit 6: what was signed is not the approved draft.
//!
//! The hash of the signed content must be that of the last draft, and both initials must stand on
//! that draft. The scan of the paper has a hash of its own and is not compared.

use std::collections::BTreeMap;

use serde_json::json;

use super::{Audit, finding::Findings, known::Known};
use crate::Entry;
use khen_domain::{
    Event, StreamKey,
    decision::{self, InitialAspect},
};
use khen_eventlog::Position;
use khen_texts::AuditLine;

#[derive(Default)]
struct Draft {
    sha256: String,
    at: Position,
    initials: Vec<(InitialAspect, String)>,
}

#[derive(Default)]
pub(super) struct DraftHash {
    drafts: BTreeMap<StreamKey, Draft>,
}

impl Audit for DraftHash {
    fn see(&mut self, entry: &Entry, _: &Known, found: &mut Findings) {
        let Event::Decision(event) = entry.event() else {
            return;
        };
        if let decision::Event::DecisionDrafted { document, .. } = event {
            let draft = self.drafts.entry(entry.stream.clone()).or_default();
            draft.sha256.clone_from(&document.sha256);
            draft.at = entry.position;
        } else if let decision::Event::DraftInitialled { aspect, sha256 } = event {
            let draft = self.drafts.entry(entry.stream.clone()).or_default();
            draft.initials.push((*aspect, sha256.clone()));
            if *sha256 != draft.sha256 {
                let facts =
                    json!({ "aspect": aspect, "draft": draft.sha256, "initialled": sha256 });
                found.breach(AuditLine::InitialledAnother, entry, [draft.at], facts);
            }
        } else if let decision::Event::DecisionSigned { sha256, .. } = event
            && let Some(draft) = self.drafts.get(&entry.stream)
        {
            draft.signed(sha256, entry, found);
        }
    }
}

impl Draft {
    fn signed(&self, sha256: &str, entry: &Entry, found: &mut Findings) {
        if sha256 != self.sha256 {
            let facts = json!({ "draft": self.sha256, "signed": sha256 });
            found.breach(AuditLine::SignedAnother, entry, [self.at], facts);
        }
        for aspect in [InitialAspect::Content, InitialAspect::Form] {
            let mut initials = self.initials.iter();
            if !initials.any(|(of, sha256)| *of == aspect && *sha256 == self.sha256) {
                let facts = json!({ "aspect": aspect });
                found.breach(AuditLine::SignedUninitialled, entry, [self.at], facts);
            }
        }
    }
}
