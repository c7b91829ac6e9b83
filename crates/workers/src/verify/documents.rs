//! Whether the documents that a ledger names are still in the office, and are what it names.

use std::{collections::HashSet, sync::Arc};

use serde::Deserialize;

use super::{Damage, VerifyFailure};
use crate::pages::Pages;
use khen_eventlog::{EventFeed, FileIndex, LedgerId, Position, RecordedEvent};
use khen_privacy::{FileVault, PrivacyError};

/// Looks at documents: each is opened with its key and hashed once more.
pub struct DocumentVerifier {
    feed: Arc<dyn EventFeed>,
    index: Arc<dyn FileIndex>,
    files: FileVault,
}

impl DocumentVerifier {
    /// A verifier of the documents that `index` knows and `files` keeps.
    #[must_use]
    pub fn new(feed: Arc<dyn EventFeed>, index: Arc<dyn FileIndex>, files: FileVault) -> Self {
        Self { feed, index, files }
    }

    /// What is wrong with the documents of a ledger, each told at the first event that names it. One whose
    /// owner's key is destroyed is none: that is how it was erased.
    ///
    /// # Errors
    /// [`VerifyFailure`] when something gives no answer.
    pub async fn verify(&self, ledger: &LedgerId) -> Result<Vec<Damage>, VerifyFailure> {
        let mut pages = Pages::new(Arc::clone(&self.feed));
        let (mut seen, mut damages, mut next) = (HashSet::new(), Vec::new(), Position(0));
        loop {
            let events = pages.read(ledger, next).await?;
            let Some(last) = events.last() else {
                return Ok(damages);
            };
            next = Position(last.position.0 + 1);
            for event in &events {
                for sha256 in named(event) {
                    if seen.insert(sha256) {
                        damages.extend(self.look(ledger, event.position, sha256).await?);
                    }
                }
            }
        }
    }

    /// Every owner's copy of the document with this hash.
    async fn look(
        &self,
        ledger: &LedgerId,
        position: Position,
        sha256: [u8; 32],
    ) -> Result<Option<Damage>, VerifyFailure> {
        let lost = |reason: &str| Damage::Document {
            position,
            sha256: hex::encode(sha256),
            reason: reason.to_owned(),
        };
        let copies = self.index.files(ledger, &sha256).await?;
        if copies.is_empty() {
            return Ok(Some(lost("the office does not know it")));
        }
        for copy in copies {
            match self.files.open(ledger, &copy).await {
                Ok(_) | Err(PrivacyError::Destroyed) => {}
                Err(PrivacyError::Office(failure)) => return Err(failure.into()),
                Err(PrivacyError::Blobs(failure)) => {
                    return Err(VerifyFailure::Broken(Box::new(failure)));
                }
                Err(damaged) => return Ok(Some(lost(&damaged.to_string()))),
            }
        }
        Ok(None)
    }
}

/// What of the data is looked at, whatever the event is.
#[derive(Deserialize)]
struct Data {
    #[serde(default)]
    evidence: Vec<Paper>,
}

#[derive(Deserialize)]
struct Paper {
    sha256: String,
}

/// The hashes of the documents that an event names; one whose data was changed names what it names.
fn named(event: &RecordedEvent) -> Vec<[u8; 32]> {
    let data: Option<Data> = serde_json::from_slice(&event.data).ok();
    let papers = data.into_iter().flat_map(|data| data.evidence);
    let hash = |paper: Paper| hex::decode(paper.sha256).ok()?.try_into().ok();
    papers.filter_map(hash).collect()
}
