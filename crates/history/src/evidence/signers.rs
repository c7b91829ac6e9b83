//! Who signed which document, as the ledger tells it. No signature is read: a scan has none, and what a
//! signed file says of itself is for whoever opens it.

use std::collections::BTreeMap;

use super::Recorded;
use crate::{Authority, Entry, History, HistoryError, decision::Known};
use khen_domain::{AssignmentId, Event, council_session, decision, submission};
use khen_eventlog::LedgerId;

impl History {
    /// Signers by the SHA-256 of what they signed: the title of each and the assignment, in the order of the
    /// events.
    pub(super) async fn signers(
        &self,
        ledger: &LedgerId,
        events: &[Recorded],
    ) -> Result<BTreeMap<String, String>, HistoryError> {
        let mut known = Known::default();
        let mut signers: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for Recorded { entry, .. } in events {
            for (sha256, assignment) in signed(entry) {
                let signer = worded(&self.authority(ledger, assignment, &mut known).await?);
                let of_document = signers.entry(sha256.to_owned()).or_default();
                if !of_document.contains(&signer) {
                    of_document.push(signer);
                }
            }
        }
        let joined = signers.into_iter();
        Ok(joined
            .map(|(sha256, names)| (sha256, names.join("; ")))
            .collect())
    }
}

fn worded(authority: &Authority) -> String {
    match &authority.title {
        Some(title) => format!("{title} ({})", authority.assignment),
        None => authority.assignment.to_string(),
    }
}

/// What an event says was signed, and by whom. Other events name no signer.
fn signed(entry: &Entry) -> Vec<(&str, &AssignmentId)> {
    if let Event::Decision(decision::Event::DecisionSigned {
        signer,
        sha256,
        scan,
        ..
    }) = entry.event()
    {
        return vec![(sha256, signer), (&scan.sha256, signer)];
    }
    if let Event::CouncilSession(council_session::Event::CouncilMinutesSigned {
        document,
        chair,
        secretary,
    }) = entry.event()
    {
        return vec![(&document.sha256, chair), (&document.sha256, secretary)];
    }
    if let Event::Submission(submission::Event::MinutesExtractCertified {
        sha256,
        chair,
        secretary,
    }) = entry.event()
    {
        return vec![(sha256, chair), (sha256, secretary)];
    }
    if let Event::Submission(submission::Event::SubmissionLetterSigned { sha256 }) = entry.event() {
        return vec![(sha256, &entry.actor().assignment)];
    }
    Vec::new()
}
