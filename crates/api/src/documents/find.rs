//! Where a document of a case lies.

use super::owner;
use crate::{parts::Api, problem::Problem};
use khen_domain::nomination::Case;
use khen_eventlog::{FileRecord, LedgerId};

/// Where the document with this hash lies: under the nominee's key or the authority's. The same bytes
/// under anybody else's key are another person's paper.
///
/// # Errors
/// The problem `erased` when nobody can tell any more who the nominee was.
pub(crate) async fn find(
    api: &Api,
    ledger: &LedgerId,
    case: &Case,
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
    Ok(under(owner::of_case(api, ledger, case).await?))
}
