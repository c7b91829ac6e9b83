//! Opens the names in events, and forgets those of erased owners.

use std::collections::BTreeMap;

use crate::SinkError;
use khen_domain::{Event, Sealed, StreamKey, nomination};
use khen_eventlog::{LedgerId, OwnerId, Position};
use khen_privacy::{Lead, PrivacyError, SealedValue, Vault};
use khen_projections::{
    Fact, NameOwner, SealedName, clear_value, erased_owner, reference, sealed_names,
};
use khen_read_model::{Batch, ClearValueRow, NominationRow, RowStore, load};

/// Puts the clear values that `facts` bring and their owners' keys open, and what links references
/// to their owners.
pub(super) async fn put_names(
    rows: &dyn RowStore,
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
    let stays = |owner: &str, since: u64| {
        let mut erasures = erased.iter();
        !erasures.any(|(other, at)| *other == owner && *at > since)
    };
    for fact in facts {
        let Some(reference) = reference(fact) else {
            continue;
        };
        let owner = vault.owner_of(ledger, reference).await;
        let owner = owner.map_err(|failure| SinkError::Unavailable(Box::new(failure)))?;
        if let Some(owner) = owner.filter(|owner| stays(&owner.0, fact.position)) {
            batch.put(&ClearValueRow::link(reference, &owner.0));
        }
    }
    let names = facts.iter().flat_map(|fact| {
        let names = sealed_names(fact).into_iter();
        names.map(move |name| (fact, name))
    });
    let names: Vec<_> = names.collect();
    if names.is_empty() {
        return Ok(());
    }
    let nominees = nominees(rows, ledger, facts, &names).await?;
    let values = names
        .iter()
        .map(|(fact, name)| value(fact, name, &nominees));
    let values = values.collect::<Result<Vec<_>, _>>()?;
    let opened = vault.open_all(ledger, &values).await;
    let opened = opened.map_err(|failure| SinkError::Unavailable(Box::new(failure)))?;
    for ((fact, name), opened) in names.iter().zip(opened) {
        // Nothing where the owner is erased already.
        let Some(opened) = opened.map_err(|failure| changed(failure, fact))? else {
            continue;
        };
        let owner = opened.owner.0.as_str();
        if stays(owner, fact.position) {
            batch.put(&clear_value(name.sealed, owner, &opened.text));
        }
    }
    Ok(())
}

/// The references of the nominees whose names are those of a case: its draft is among the facts, or
/// among the rows.
async fn nominees<'a>(
    rows: &dyn RowStore,
    ledger: &LedgerId,
    facts: &'a [Fact],
    names: &[(&'a Fact, SealedName<'a>)],
) -> Result<BTreeMap<&'a StreamKey, String>, SinkError> {
    let of_case = names
        .iter()
        .filter(|(_, name)| name.owner == NameOwner::OfCase);
    let cases: Vec<&StreamKey> = of_case.map(|(fact, _)| &fact.stream).collect();
    if cases.is_empty() {
        return Ok(BTreeMap::new());
    }
    let keys: Vec<String> = cases.iter().map(|case| case.key().to_owned()).collect();
    let loaded = load::<NominationRow>(rows, ledger.as_str(), &keys).await;
    let loaded = loaded.map_err(|failure| SinkError::Unavailable(Box::new(failure)))?;
    let known = cases.into_iter().filter_map(|case| {
        let row = loaded.get(case.key())?;
        Some((case, row.nominee_ref.clone()))
    });
    let drafted = facts.iter().filter_map(|fact| {
        let Event::Nomination(nomination::Event::NominationDrafted { nominee_ref, .. }) =
            &fact.event
        else {
            return None;
        };
        Some((&fact.stream, nominee_ref.to_string()))
    });
    Ok(known.chain(drafted).collect())
}

/// A name as the vault opens it.
fn value<'a>(
    fact: &Fact,
    name: &SealedName<'a>,
    nominees: &'a BTreeMap<&StreamKey, String>,
) -> Result<(Lead<'a>, SealedValue), SinkError> {
    let lead = match name.owner {
        NameOwner::Stream => Lead::Owner(OwnerId(fact.stream.to_string())),
        NameOwner::Nominee(reference) => Lead::Reference(reference.as_str()),
        // A reference of nobody opens nothing.
        NameOwner::OfCase => Lead::Reference(nominees.get(&fact.stream).map_or("", String::as_str)),
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
