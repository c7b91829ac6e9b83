//! The documents that go with a case.

use std::collections::BTreeSet;

use crate::{
    documents::find::find, limits::BUNDLE_DOCUMENT_BYTES_MAX, parts::Api, problem::Problem,
};
use khen_domain::{Document, DocumentKind, StreamKey};
use khen_eventlog::LedgerId;
use khen_export::BundleDocument;
use khen_history::CaseEvidence;
use khen_privacy::PrivacyError;
use khen_texts::{Language, Problem as Slug};

/// The documents of the case, in the order in which events name them, each once. One whose key is
/// destroyed is left out; its hash stays in the event.
pub(super) async fn documents(
    api: &Api,
    ledger: &LedgerId,
    subject: &StreamKey,
    evidence: &CaseEvidence,
) -> Result<Vec<BundleDocument>, Problem> {
    let mut seen = BTreeSet::new();
    let (mut documents, mut bytes_in_all) = (Vec::new(), 0);
    for document in named(subject, evidence) {
        if !seen.insert(&document.sha256) {
            continue;
        }
        let Some(opened) = opened(api, ledger, evidence, document).await? else {
            continue;
        };
        bytes_in_all += opened.bytes.len();
        if bytes_in_all > BUNDLE_DOCUMENT_BYTES_MAX {
            let problem = Problem::of(Slug::EvidenceTooLarge);
            return Err(problem.with_fact("max_bytes", BUNDLE_DOCUMENT_BYTES_MAX));
        }
        documents.push(opened);
    }
    Ok(documents)
}

/// What the events name. A report that another stream names is somebody else's.
fn named<'e>(
    subject: &StreamKey,
    evidence: &'e CaseEvidence,
) -> impl Iterator<Item = &'e Document> {
    let subject = subject.to_string();
    evidence.events.iter().flat_map(move |event| {
        let is_own = event.record.stream.as_str() == subject;
        let documents = event.documents.iter();
        documents.filter(move |one| is_own || one.kind != DocumentKind::AchievementReport)
    })
}

async fn opened(
    api: &Api,
    ledger: &LedgerId,
    evidence: &CaseEvidence,
    document: &Document,
) -> Result<Option<BundleDocument>, Problem> {
    let file = match find(api, ledger, Some(&evidence.case), &document.sha256).await {
        Err(problem) if problem.code() == Slug::Erased.as_str() => return Ok(None),
        found => found?,
    };
    let Some(file) = file else {
        return Ok(None);
    };
    let bytes = match api.parts.documents.open(ledger, &file).await {
        Err(PrivacyError::Destroyed) => return Ok(None),
        opened => opened?,
    };
    Ok(Some(BundleDocument {
        bytes,
        media_type: file.media_type,
        name: api.parts.texts.document_kind(Language::Vi, document.kind),
        signer: evidence.signers.get(&document.sha256).cloned(),
    }))
}
