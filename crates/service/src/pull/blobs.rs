//! Documents beside the events that name them: which have come, and which may come later.

use std::{fs, io, path::Path};

use anyhow::Context as _;
use serde::{Deserialize, Serialize};

use super::state::put;

/// The folder of documents, each named by SHA-256 of its bytes.
pub(super) const FOLDER: &str = "blobs";
/// The file of the book.
const FILE: &str = "blobs.json";
/// Streams whose documents are handed out when more has happened: a decision's, once it is issued.
const OPENING: &str = "decision/";

/// A document, and the event that names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Named {
    /// The position of the event.
    pub(super) position: u64,
    /// The stream of the event.
    pub(super) subject: String,
    /// SHA-256 of the document, in hexadecimal digits.
    pub(super) sha256: String,
    /// Its bytes.
    pub(super) size: u64,
}

/// How far documents have been asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Book {
    /// Events whose documents were asked for.
    pub(super) next: u64,
    /// Documents that were not handed out, and may be later.
    waiting: Vec<Named>,
}

/// What of an event is looked at.
#[derive(Deserialize)]
struct Told {
    subject: String,
    data: Option<Data>,
}

#[derive(Deserialize)]
struct Data {
    #[serde(default)]
    evidence: Vec<Paper>,
}

#[derive(Deserialize)]
struct Paper {
    sha256: String,
    size: u64,
}

impl Book {
    /// The book in this folder; a new one where there is none.
    pub(super) fn read(folder: &Path) -> anyhow::Result<Self> {
        let path = folder.join(FILE);
        match fs::read(&path) {
            Ok(bytes) => {
                let book = serde_json::from_slice(&bytes);
                book.with_context(|| format!("{} does not read", path.display()))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(error).with_context(|| path.display().to_string()),
        }
    }

    /// Puts the book in the place of the one before.
    pub(super) fn write(&self, folder: &Path) -> anyhow::Result<()> {
        put(folder, FILE, &serde_json::to_vec_pretty(self)?)
    }

    /// The documents to ask for now that this event, the next one, is there: those that it names, and those
    /// of its stream that were not handed out before. They wait no longer.
    pub(super) fn due(&mut self, line: &[u8]) -> Vec<Named> {
        let position = self.next;
        self.next += 1;
        let Ok(told) = serde_json::from_slice::<Told>(line) else {
            return Vec::new();
        };
        let waiting = self
            .waiting
            .extract_if(.., |one| one.subject == told.subject);
        let mut due: Vec<Named> = waiting.collect();
        for paper in told.data.into_iter().flat_map(|data| data.evidence) {
            due.push(Named {
                position,
                subject: told.subject.clone(),
                sha256: paper.sha256,
                size: paper.size,
            });
        }
        due
    }

    /// Remembers a document that was not handed out, where that may change.
    pub(super) fn wait(&mut self, named: Named) {
        if named.subject.starts_with(OPENING) {
            self.waiting.push(named);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(subject: &str, sha256: &[&str]) -> Vec<u8> {
        let evidence: Vec<_> = sha256
            .iter()
            .map(|sha256| serde_json::json!({ "sha256": sha256, "size": 9, "kind": "decision" }))
            .collect();
        let line = serde_json::json!({ "subject": subject, "data": { "evidence": evidence } });
        serde_json::to_vec(&line).unwrap()
    }

    #[test]
    fn what_a_decision_was_signed_on_is_asked_for_again_when_more_happens_to_it() {
        let mut book = Book::default();
        let named = |due: Vec<Named>| -> Vec<_> {
            due.into_iter()
                .map(|one| (one.position, one.sha256))
                .collect()
        };
        let due = book.due(&line("decision/1", &["aa"]));
        book.wait(due[0].clone());
        let other = book.due(&line("nomination/1", &["bb"]));
        book.wait(other[0].clone());
        assert_eq!(named(book.due(&line("nomination/1", &[]))), []);
        assert_eq!(
            named(book.due(&line("decision/1", &[]))),
            [(0, "aa".to_owned())]
        );
        assert_eq!(named(book.due(&line("decision/1", &[]))), []);
        assert_eq!(book.next, 5);
    }

    #[test]
    fn an_event_whose_payload_is_withheld_names_nothing() {
        let mut book = Book::default();
        assert_eq!(
            book.due(br#"{ "subject": "ballot/1", "datawithheld": "policy" }"#),
            []
        );
        assert_eq!(book.next, 1);
    }
}
