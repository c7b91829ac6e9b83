//! Words for the events of evidence, in Vietnamese and without personal values.

use super::Recorded;
use crate::{Authority, Entry, History, HistoryError, decision::Known};
use khen_domain::{Document, Event};
use khen_eventlog::{LedgerId, RecordedEvent};
use khen_texts::{Facts, Language};

/// An event of evidence with its words.
#[derive(Debug, Clone)]
pub struct EvidenceEvent {
    /// The event as it lies in the ledger.
    pub record: RecordedEvent,
    /// The event, understood.
    pub event: Event,
    /// Documents that it names.
    pub documents: Vec<Document>,
    /// What happened, in one line.
    pub what: String,
    /// In which role and by which assignment.
    pub who: String,
    /// Labels and what stands behind them: authority, papers, what was read.
    pub facts: Vec<(String, String)>,
}

impl History {
    /// The events with their words.
    pub(super) async fn told(
        &self,
        ledger: &LedgerId,
        events: Vec<Recorded>,
    ) -> Result<Vec<EvidenceEvent>, HistoryError> {
        let mut known = Known::default();
        let mut told = Vec::with_capacity(events.len());
        for Recorded { record, entry } in events {
            let assignment = &entry.actor().assignment;
            let authority = self.authority(ledger, assignment, &mut known).await?;
            told.push(EvidenceEvent {
                what: self
                    .texts
                    .event(Language::Vi, entry.event(), &Facts::default()),
                who: self.who(&entry),
                facts: self.facts_of(&entry, &authority),
                documents: entry.decoded.evidence,
                event: entry.decoded.event,
                record,
            });
        }
        Ok(told)
    }

    fn who(&self, entry: &Entry) -> String {
        let actor = entry.actor();
        let role = self.texts.role(Language::Vi, actor.role);
        let assignment = &actor.assignment;
        match &actor.on_behalf_of {
            Some(other) => format!("{role} ({assignment}, ghi thay {other})"),
            None => format!("{role} ({assignment})"),
        }
    }

    fn facts_of(&self, entry: &Entry, authority: &Authority) -> Vec<(String, String)> {
        let mut facts = Vec::new();
        let mut fact = |label: &str, value: String| facts.push((label.to_owned(), value));
        if let (Some(title), Some(paper)) = (&authority.title, &authority.document) {
            let number = paper.number.as_deref().unwrap_or("không số");
            fact("Thẩm quyền", format!("{title}; {} ({number})", paper.title));
        }
        if let Some(reason) = &entry.decoded.backdating_reason {
            fact("Lý do ghi muộn", reason.clone());
        }
        for document in &entry.decoded.evidence {
            let kind = self.texts.document_kind(Language::Vi, document.kind);
            fact("Tài liệu", format!("{kind}, SHA-256 {}", document.sha256));
        }
        let read = entry.decoded.read.iter();
        let read: Vec<String> = read
            .map(|one| format!("{}@{}", one.stream, one.version))
            .collect();
        if !read.is_empty() {
            fact("Đã xem khi quyết định", read.join(", "));
        }
        facts
    }
}
