//! Audit 17: values that nobody can read any more, with the ground.
//!
//! A destroyed key makes the values of its owner unreadable; the events stay. Where the owner is a
//! stream, the positions of that stream are listed. A nominee's values stand under a reference whose
//! meaning is destroyed with the key, so their positions cannot be told, which is the point of it.

use std::collections::BTreeMap;

use serde_json::json;

use super::{Audit, finding::Findings, known::Known};
use crate::Entry;
use khen_domain::{Event, SealOwner, privacy};
use khen_eventlog::Position;
use khen_texts::AuditLine;

#[derive(Default)]
pub(super) struct Withheld {
    sealed: BTreeMap<String, Vec<Position>>,
}

impl Audit for Withheld {
    fn see(&mut self, entry: &Entry, _: &Known, found: &mut Findings) {
        if entry.sealed_under.contains(&SealOwner::Stream) {
            let of_stream = self.sealed.entry(entry.stream.to_string()).or_default();
            of_stream.push(entry.position);
        }
        if let Event::Privacy(privacy::Event::PersonalDataShredded { ground }) = entry.event() {
            let owner = entry.stream.key();
            let sealed = self.sealed.get(owner).cloned().unwrap_or_default();
            let facts = json!({
                "owner": owner,
                "ground_in_words": ground,
                "values": sealed.len(),
            });
            found.look(AuditLine::KeyDestroyed, entry, sealed, facts);
        }
    }
}
