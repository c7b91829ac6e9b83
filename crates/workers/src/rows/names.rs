//! Opens the names in events, and forgets those of erased owners.

use crate::SinkError;
use khen_domain::Sealed;
use khen_eventlog::{LedgerId, OwnerId, Position};
use khen_privacy::{Lead, PrivacyError, SealedValue, Vault};
use khen_projections::{Fact, NameOwner, SealedName, clear_value, erased_owner, sealed_names};
use khen_read_model::Batch;

/// Puts the clear values that `facts` bring and their owners' keys open.
pub(super) async fn put_names(
    vault: &Vault,
    ledger: &LedgerId,
    facts: &[Fact],
    batch: &mut Batch,
) -> Result<(), SinkError> {
    let erased = facts
        .iter()
        .filter_map(|fact| Some((erased_owner(fact)?, fact.position)));
    let erased: Vec<(&str, u64)> = erased.collect();
    erased.iter().for_each(|(owner, _)| batch.forget(owner));
    let names = facts.iter().flat_map(|fact| {
        let names = sealed_names(fact).into_iter();
        names.map(move |name| (fact, name))
    });
    let names: Vec<_> = names.collect();
    if names.is_empty() {
        return Ok(());
    }
    let values = names.iter().map(|(fact, name)| value(fact, name));
    let values = values.collect::<Result<Vec<_>, _>>()?;
    let opened = vault.open_all(ledger, &values).await;
    let opened = opened.map_err(|failure| SinkError::Unavailable(Box::new(failure)))?;
    for ((fact, name), opened) in names.iter().zip(opened) {
        // Nothing where the owner is erased already.
        let Some(opened) = opened.map_err(|failure| changed(failure, fact))? else {
            continue;
        };
        let owner = opened.owner.0.as_str();
        let is_erased = |(other, at): &(&str, u64)| *other == owner && *at > fact.position;
        if !erased.iter().any(is_erased) {
            batch.put(&clear_value(name.sealed, owner, &opened.text));
        }
    }
    Ok(())
}

/// A name as the vault opens it.
fn value<'a>(fact: &Fact, name: &SealedName<'a>) -> Result<(Lead<'a>, SealedValue), SinkError> {
    let lead = match name.owner {
        NameOwner::Stream => Lead::Owner(OwnerId(fact.stream.to_string())),
        NameOwner::Nominee(reference) => Lead::Reference(reference.as_str()),
    };
    let sealed = sealed_value(name.sealed).map_err(|failure| changed(failure, fact))?;
    Ok((lead, sealed))
}

/// A value of another shape does not open.
fn sealed_value(sealed: &Sealed) -> Result<SealedValue, PrivacyError> {
    let value = serde_json::to_value(sealed).map_err(|_| PrivacyError::Closed)?;
    SealedValue::parse(&value).map_err(|_| PrivacyError::Closed)
}

/// A value that its own key does not open was changed: somebody must look.
fn changed(failure: PrivacyError, fact: &Fact) -> SinkError {
    SinkError::Stuck {
        position: Position(fact.position),
        source: Box::new(failure),
    }
}
