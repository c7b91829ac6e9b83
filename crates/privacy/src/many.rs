//! Opens many values of many owners at once.

use std::collections::BTreeMap;

use crate::{OwnerKey, PrivacyError, SealedValue, Vault, open_with_value_key};
use khen_eventlog::{LedgerId, OwnerId};

/// What leads to the owner of a value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lead<'a> {
    /// The owner's own name.
    Owner(OwnerId),
    /// A reference in an event.
    Reference(&'a str),
}

/// A value that was opened.
#[derive(Clone, PartialEq, Eq)]
pub struct OpenedValue {
    /// Whose it is.
    pub owner: OwnerId,
    /// What it says.
    pub text: String,
}

/// What became of one value: nothing where its owner is destroyed or unknown.
pub type Opening = Result<Option<OpenedValue>, PrivacyError>;

impl Vault {
    /// The clear texts of many values, in their order. Each owner's key is looked up and unwrapped
    /// once, and forgotten when the call returns. A value whose own key does not open it is
    /// [`PrivacyError::Closed`] in its place.
    ///
    /// # Errors
    /// [`PrivacyError::WrongMasterKey`] or [`PrivacyError::Office`]: nothing was opened.
    pub async fn open_all(
        &self,
        ledger: &LedgerId,
        values: &[(Lead<'_>, SealedValue)],
    ) -> Result<Vec<Opening>, PrivacyError> {
        let owners = self.owners(ledger, values).await?;
        let keys = self.held_keys(ledger, &owners).await?;
        let opened = values.iter().zip(owners).map(|((_, sealed), owner)| {
            let Some(owner) = owner else {
                return Ok(None);
            };
            let Some(key) = keys.get(&owner) else {
                return Ok(None);
            };
            let value_key = key.value_key(&sealed.id());
            let text = open_with_value_key(&value_key, ledger, &owner, sealed)?;
            Ok(Some(OpenedValue { owner, text }))
        });
        Ok(opened.collect())
    }

    /// The owner of each value, where the lead is not cold.
    async fn owners(
        &self,
        ledger: &LedgerId,
        values: &[(Lead<'_>, SealedValue)],
    ) -> Result<Vec<Option<OwnerId>>, PrivacyError> {
        let mut references: Vec<&str> = values
            .iter()
            .filter_map(|(lead, _)| match lead {
                Lead::Owner(_) => None,
                Lead::Reference(reference) => Some(*reference),
            })
            .collect();
        references.sort_unstable();
        references.dedup();
        let found = self.key_store().owners_of(ledger, &references).await?;
        let known: BTreeMap<_, _> = references.into_iter().zip(found).collect();
        let leads = values.iter().map(|(lead, _)| match lead {
            Lead::Owner(owner) => Some(owner.clone()),
            Lead::Reference(reference) => known.get(reference).cloned().flatten(),
        });
        Ok(leads.collect())
    }

    /// The keys of those owners who have one.
    async fn held_keys(
        &self,
        ledger: &LedgerId,
        owners: &[Option<OwnerId>],
    ) -> Result<BTreeMap<OwnerId, OwnerKey>, PrivacyError> {
        let mut owners: Vec<OwnerId> = owners.iter().flatten().cloned().collect();
        owners.sort_unstable();
        owners.dedup();
        let records = self.key_store().keys(ledger, &owners).await?;
        let mut keys = BTreeMap::new();
        for (owner, record) in owners.into_iter().zip(records) {
            let unwrapped = record.map(|record| self.unwrap(ledger, &owner, &record));
            match unwrapped {
                Some(Ok(key)) => {
                    keys.insert(owner, key);
                }
                None | Some(Err(PrivacyError::Destroyed)) => {}
                Some(Err(failure)) => return Err(failure),
            }
        }
        Ok(keys)
    }
}

impl std::fmt::Debug for OpenedValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OpenedValue")
            .field("owner", &self.owner)
            .finish_non_exhaustive()
    }
}
