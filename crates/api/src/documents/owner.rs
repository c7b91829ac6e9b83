//! Under whose key a document lies: the nominee's for papers about a person, the authority's for all
//! others.

use crate::{parts::Api, problem::Problem};
use khen_domain::{NomineeKind, StreamKey, nomination};
use khen_eventlog::{LedgerId, OwnerId};
use khen_texts::Problem as Slug;

/// The authority as an owner.
pub(super) fn authority() -> OwnerId {
    OwnerId(StreamKey::authority().to_string())
}

/// The owner of papers about the nominee of a case.
///
/// # Errors
/// The problem `erased` when nobody can tell any more who the nominee was.
pub(super) async fn of_case(
    api: &Api,
    ledger: &LedgerId,
    case: &nomination::Case,
) -> Result<OwnerId, Problem> {
    match case.kind {
        NomineeKind::Collective => Ok(authority()),
        NomineeKind::Individual => {
            let owner = api
                .parts
                .vault
                .owner_of(ledger, case.nominee_ref.as_str())
                .await?;
            owner.ok_or_else(|| Problem::of(Slug::Erased))
        }
    }
}
