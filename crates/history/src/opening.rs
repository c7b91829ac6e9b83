//! Personal values of an event, opened for one answer.

use std::collections::BTreeMap;

use crate::{Entry, History, HistoryError};
use khen_codec::sealed_values;
use khen_domain::{NomineeRef, SealOwner, Sealed};
use khen_eventlog::{LedgerId, OwnerId};
use khen_privacy::{PrivacyError, SealedValue};
use khen_texts::Opened;

impl History {
    /// What has become of every personal value of the event, by value id.
    pub(crate) async fn opened(
        &self,
        ledger: &LedgerId,
        nominee: Option<&NomineeRef>,
        told: &Entry,
    ) -> Result<BTreeMap<String, Opened>, HistoryError> {
        let sealed = sealed_values(&told.decoded.event).map_err(HistoryError::not_understood)?;
        let mut opened = BTreeMap::new();
        for value in sealed {
            let owner = match value.owner {
                SealOwner::Stream => Some(OwnerId(told.stream.to_string())),
                SealOwner::Nominee => self.owner_of(ledger, nominee).await?,
            };
            let text = match owner {
                Some(owner) => self.open(ledger, &owner, &value).await?,
                // Destroying a key forgets every reference that led to its owner.
                None => Opened::Erased,
            };
            opened.insert(value.id, text);
        }
        Ok(opened)
    }

    async fn owner_of(
        &self,
        ledger: &LedgerId,
        nominee: Option<&NomineeRef>,
    ) -> Result<Option<OwnerId>, HistoryError> {
        match nominee {
            Some(nominee) => {
                let owner = self.vault.owner_of(ledger, nominee.as_str()).await;
                owner.map_err(HistoryError::Personal)
            }
            None => Ok(None),
        }
    }

    async fn open(
        &self,
        ledger: &LedgerId,
        owner: &OwnerId,
        value: &Sealed,
    ) -> Result<Opened, HistoryError> {
        let json = serde_json::to_value(value).map_err(HistoryError::not_understood)?;
        let sealed = SealedValue::parse(&json).map_err(HistoryError::not_understood)?;
        match self.vault.open(ledger, owner, &sealed).await {
            Ok(text) => Ok(Opened::Clear(text)),
            Err(PrivacyError::Destroyed) => Ok(Opened::Erased),
            Err(error) => Err(HistoryError::Personal(error)),
        }
    }
}
