//! Where a document lies, and what is in it.

use axum::http::StatusCode;

use super::owner;
use crate::{parts::Api, problem::Problem};
use khen_domain::nomination::Case;
use khen_eventlog::{FileRecord, LedgerId};
use khen_privacy::PrivacyError;
use khen_texts::Problem as Slug;

/// A document with its clear bytes.
pub(crate) struct Opened {
    pub(crate) file: FileRecord,
    pub(crate) bytes: Vec<u8>,
}

/// The document with this hash, opened; `case` is the one that names it, where one does.
///
/// # Errors
/// The problem `not-found`; `erased` as 410 when it was of somebody whose data are erased.
pub(crate) async fn open(
    api: &Api,
    ledger: &LedgerId,
    case: Option<&Case>,
    sha256: &str,
) -> Result<Opened, Problem> {
    let file = match find(api, ledger, case, sha256).await {
        Err(problem) if problem.code() == Slug::Erased.as_str() => return Err(gone()),
        found => found?.ok_or_else(|| Problem::of(Slug::NotFound))?,
    };
    match api.parts.documents.open(ledger, &file).await {
        Ok(bytes) => Ok(Opened { file, bytes }),
        Err(PrivacyError::Destroyed) => Err(gone()),
        Err(error) => Err(error.into()),
    }
}

fn gone() -> Problem {
    Problem::of(Slug::Erased).with_status(StatusCode::GONE)
}

/// Where the document with this hash lies: under the key of the authority, or of the nominee of the case
/// that names it. The same bytes under anybody else's key are another person's paper.
///
/// # Errors
/// The problem `erased` when nobody can tell any more who the nominee was.
pub(crate) async fn find(
    api: &Api,
    ledger: &LedgerId,
    case: Option<&Case>,
    sha256: &str,
) -> Result<Option<FileRecord>, Problem> {
    let mut hash = [0; 32];
    if hex::decode_to_slice(sha256, &mut hash).is_err() {
        return Ok(None);
    }
    let files = api.parts.files.files(ledger, &hash).await?;
    let under = |owner| files.iter().find(|file| file.owner == owner).cloned();
    if let Some(file) = under(owner::authority()) {
        return Ok(Some(file));
    }
    match case {
        Some(case) => Ok(under(owner::of_case(api, ledger, case).await?)),
        None => Ok(None),
    }
}
