//! Opens the names in events, and forgets those of erased owners.

use std::collections::BTreeMap;

use crate::SinkError;
use khen_domain::{Event, Sealed, StreamKey, nomination};
use khen_eventlog::{LedgerId, OwnerId, Position};
use khen_privacy::{Lead, OpenedValue, Opening, PrivacyError, SealedValue, Vault};
use khen_projections::{
    Fact, NameOwner, SealedName, clear_value, erased_owner, reference, sealed_names,
};
use khen_read_model::{Batch, ClearValueRow, NominationRow, RowStore, load};

/// The names that a batch brings, and the owners that it erases.
#[derive(Default)]
pub(super) struct Names {
    clear: BTreeMap<String, ClearValueRow>,
    erased: Vec<String>,
    /// The references of the nominees whose cases were met.
    nominees: BTreeMap<StreamKey, String>,
}

/// A fact, and the names in it.
type Named<'a> = (&'a Fact, Vec<SealedName<'a>>);

impl Names {
    /// Takes the clear values that `facts` bring and their owners' keys open, and what links
    /// references to their owners.
    pub(super) async fn take(
        &mut self,
        rows: &dyn RowStore,
        vault: &Vault,
        ledger: &LedgerId,
        facts: &[Fact],
    ) -> Result<(), SinkError> {
        let named = facts.iter().map(|fact| (fact, sealed_names(fact)));
        let named: Vec<Named<'_>> = named.collect();
        self.meet(rows, ledger, &named).await?;
        let values = named.iter().flat_map(|(fact, names)| {
            let names = names.iter();
            names.map(|name| value(fact, name, &self.nominees))
        });
        let values = values.collect::<Result<Vec<_>, _>>()?;
        let mut opened = open(vault, ledger, &values).await?.into_iter();
        for (fact, names) in named {
            if let Some(owner) = erased_owner(fact) {
                self.clear.retain(|_, value| value.owner != owner);
                self.erased.push(owner.to_owned());
            }
            if let Some(reference) = reference(fact) {
                let owner = vault
                    .owner_of(ledger, reference)
                    .await
                    .map_err(unavailable)?;
                self.keep(owner.map(|owner| ClearValueRow::link(reference, &owner.0)));
            }
            for (name, opening) in names.iter().zip(opened.by_ref()) {
                // Nothing where the owner is erased already.
                let opened = opening.map_err(|failure| changed(failure, fact))?;
                self.keep(
                    opened.map(|OpenedValue { owner, text }| {
                        clear_value(name.sealed, &owner.0, &text)
                    }),
                );
            }
        }
        Ok(())
    }

    /// Puts what was opened and not erased again.
    pub(super) fn put(&self, batch: &mut Batch) {
        self.erased.iter().for_each(|owner| batch.forget(owner));
        self.clear.values().for_each(|value| batch.put(value));
    }

    fn keep(&mut self, value: Option<ClearValueRow>) {
        self.clear
            .extend(value.map(|value| (value.value.clone(), value)));
    }

    /// Remembers the nominees of drafts, and looks up those of cases whose names are corrected.
    async fn meet(
        &mut self,
        rows: &dyn RowStore,
        ledger: &LedgerId,
        named: &[Named<'_>],
    ) -> Result<(), SinkError> {
        let drafted = named.iter().filter_map(|(fact, _)| {
            let Event::Nomination(nomination::Event::NominationDrafted { nominee_ref, .. }) =
                &fact.event
            else {
                return None;
            };
            Some((fact.stream.clone(), nominee_ref.to_string()))
        });
        self.nominees.extend(drafted);
        let of_case = named.iter().filter(|(fact, names)| {
            let is_new = !self.nominees.contains_key(&fact.stream);
            is_new && names.iter().any(|name| name.owner == NameOwner::OfCase)
        });
        let cases: Vec<&StreamKey> = of_case.map(|(fact, _)| &fact.stream).collect();
        let keys: Vec<String> = cases.iter().map(|case| case.key().to_owned()).collect();
        let loaded = load::<NominationRow>(rows, ledger.as_str(), &keys).await;
        let loaded = loaded.map_err(|failure| SinkError::Unavailable(Box::new(failure)))?;
        let known = cases.into_iter().filter_map(|case| {
            let row = loaded.get(case.key())?;
            Some((case.clone(), row.nominee_ref.clone()))
        });
        self.nominees.extend(known.collect::<Vec<_>>());
        Ok(())
    }
}

async fn open(
    vault: &Vault,
    ledger: &LedgerId,
    values: &[(Lead<'_>, SealedValue)],
) -> Result<Vec<Opening>, SinkError> {
    if values.is_empty() {
        return Ok(Vec::new());
    }
    vault.open_all(ledger, values).await.map_err(unavailable)
}

fn unavailable(failure: PrivacyError) -> SinkError {
    SinkError::Unavailable(Box::new(failure))
}

/// A name as the vault opens it.
fn value<'a>(
    fact: &Fact,
    name: &SealedName<'a>,
    nominees: &'a BTreeMap<StreamKey, String>,
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
