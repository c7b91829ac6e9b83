//! One event against one proof.

use crate::{Counted, Report, What};
use khen_audit::{Policy, TlogProof, TlogProofError};
use khen_eventlog::{WireEvent, WirePayload};

/// What is to be proven.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry<'a> {
    /// An event as JSON: its leaf is rebuilt, its data held against its hash.
    Event(&'a [u8]),
    /// The bytes of a leaf as they are.
    Leaf(&'a [u8]),
}

/// Checks that the entry is in a log that `policy` believes, at the place that the text of a
/// `.tlog-proof` names.
#[must_use]
pub fn check_proof(entry: Entry<'_>, proof: &str, policy: &Policy) -> Report {
    let mut report = Report::new(false);
    report.trust(policy);
    let event = match entry {
        Entry::Leaf(_) => None,
        Entry::Event(json) => match WireEvent::parse(json) {
            Ok(event) => Some(event),
            Err(error) => {
                report.problem("event", error);
                return report;
            }
        },
    };
    let Some(proof) = report.readable("proof", TlogProof::parse(proof)) else {
        return report;
    };
    if event
        .as_ref()
        .is_some_and(|event| event.position.0 != proof.index)
    {
        report.problem("proof", What::OtherIndex);
    }
    let leaf = match (&event, entry) {
        (Some(event), _) => event.leaf.as_slice(),
        (None, Entry::Leaf(bytes) | Entry::Event(bytes)) => bytes,
    };
    match proof.verify(leaf, policy) {
        Ok(witnessed) => {
            report.witnessed = Some(witnessed);
            report.count(Counted::Proofs, 1);
        }
        Err(TlogProofError::Policy(error)) => report.problem("proof", error),
        Err(TlogProofError::Proof(error)) => report.problem("proof", What::NotIncluded(error)),
    }
    if let Some(event) = event {
        let is_withheld = !matches!(event.payload, WirePayload::Whole(_));
        report.count(Counted::Events, 1);
        report.count(Counted::Withheld, usize::from(is_withheld));
    }
    report
}
