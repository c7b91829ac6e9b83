//! Opens the names in events, and forgets those of erased owners.

use std::collections::BTreeMap;

use crate::SinkError;
use khen_domain::Sealed;
use khen_eventlog::{LedgerId, OwnerId, Position};
use khen_privacy::{PrivacyError, SealedValue, Vault};
use khen_projections::{Fact, NameOwner, SealedName, clear_value, erased_owner, sealed_names};
use khen_read_model::{Batch, ClearValueRow};

/// Puts the clear values that `facts` bring and their owners' keys open.
pub(super) async fn put_names(
    vault: &Vault,
    ledger: &LedgerId,
    facts: &[Fact],
    batch: &mut Batch,
) -> Result<(), SinkError> {
    let mut opened: BTreeMap<String, ClearValueRow> = BTreeMap::new();
    for fact in facts {
        if let Some(owner) = erased_owner(fact) {
            batch.forget(owner);
            opened.retain(|_, value| value.owner != owner);
        }
        for name in sealed_names(fact) {
            let value = open(vault, ledger, fact, name).await;
            let value = value.map_err(|failure| unopened(failure, fact))?;
            opened.extend(value.map(|value| (value.value.clone(), value)));
        }
    }
    for value in opened.values() {
        batch.put(value);
    }
    Ok(())
}

/// The clear value, or `None` when its owner is erased.
async fn open(
    vault: &Vault,
    ledger: &LedgerId,
    fact: &Fact,
    name: SealedName<'_>,
) -> Result<Option<ClearValueRow>, PrivacyError> {
    let owner = match name.owner {
        NameOwner::Stream => Some(OwnerId(fact.stream.to_string())),
        NameOwner::Nominee(reference) => vault.owner_of(ledger, reference.as_str()).await?,
    };
    let Some(owner) = owner else {
        return Ok(None);
    };
    match vault
        .open(ledger, &owner, &sealed_value(name.sealed)?)
        .await
    {
        Ok(text) => Ok(Some(clear_value(name.sealed, &owner.0, &text))),
        Err(PrivacyError::Destroyed | PrivacyError::NoKey) => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// A value of another shape does not open.
fn sealed_value(sealed: &Sealed) -> Result<SealedValue, PrivacyError> {
    let value = serde_json::to_value(sealed).map_err(|_| PrivacyError::Closed)?;
    SealedValue::parse(&value).map_err(|_| PrivacyError::Closed)
}

/// A value that its own key does not open was changed: somebody must look. Everything else may be
/// otherwise later.
fn unopened(failure: PrivacyError, fact: &Fact) -> SinkError {
    let source = Box::new(failure);
    if matches!(*source, PrivacyError::Closed) {
        let position = Position(fact.position);
        SinkError::Stuck { position, source }
    } else {
        SinkError::Unavailable(source)
    }
}
