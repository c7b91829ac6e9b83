//! What is filed, planned or held beside the cases.

pub(crate) mod complaints;
pub(crate) mod feedback;
pub(crate) mod open;
mod page;

use crate::{parts::Api, problem::Problem};
use khen_eventlog::{LedgerId, OwnerId};
use khen_privacy::{PrivacyError, SealedValue};
use khen_texts::Problem as Slug;

/// A sealed text of the ticket, opened for one answer; `None` once its key is destroyed.
///
/// # Errors
/// When the keys are out of reach, or the row holds no sealed value.
async fn opened(
    api: &Api,
    ledger: &LedgerId,
    ticket: &str,
    sealed: Option<&str>,
) -> Result<Option<String>, Problem> {
    let Some(sealed) = sealed else {
        return Ok(None);
    };
    let broken = || Problem::of(Slug::Internal);
    let json = serde_json::from_str(sealed).map_err(|_| broken())?;
    let value = SealedValue::parse(&json).map_err(|_| broken())?;
    let owner = OwnerId(ticket.to_owned());
    match api.parts.vault.open(ledger, &owner, &value).await {
        Ok(text) => Ok(Some(text)),
        Err(PrivacyError::Destroyed) => Ok(None),
        Err(failure) => Err(failure.into()),
    }
}
