//! Which personal values go open with evidence.
//!
//! Whoever reads the ledger reads names, titles and reasons of a case (every class of field that there
//! is), so their keys go with it: those of values under the case's own streams, and those of the
//! nominee, wherever a cited stream has them. Values of others stay closed, and a key that is destroyed
//! is nobody's.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Recorded;
use crate::{History, HistoryError, difference::escaped};
use khen_codec::stream_name;
use khen_domain::{NominationId, StreamKey, nomination};
use khen_eventlog::{LedgerId, OwnerId, Position};
use khen_privacy::{OwnerKey, OwnerWord, PrivacyError, SealedValue, ValueKey, open_with_value_key};

/// The key of one value, never of an owner.
#[derive(Debug, Clone)]
pub struct ValueDisclosure {
    /// The event that holds the value.
    pub position: Position,
    /// Where in its data, as a JSON pointer (RFC 6901).
    pub pointer: String,
    /// The id of the value.
    pub id: String,
    /// Whose value it is: with the ledger and the class, what it was sealed for.
    pub owner: OwnerId,
    /// The key.
    pub key: ValueKey,
}

/// Keys of owners of a case, as far as they stand.
struct Owners {
    /// By the name of the stream that is the owner.
    streams: BTreeMap<String, (OwnerId, OwnerKey)>,
    nominee: Option<(OwnerId, OwnerKey)>,
}

impl History {
    /// The keys of all values of these events that are the case's own or its nominee's.
    pub(super) async fn disclosed(
        &self,
        ledger: &LedgerId,
        nomination: &NominationId,
        case: &nomination::Case,
        events: &[Recorded],
    ) -> Result<Vec<ValueDisclosure>, HistoryError> {
        let owners = self.owners(ledger, nomination, case).await?;
        let mut disclosed = Vec::new();
        for Recorded { record, .. } in events {
            let data: Value =
                serde_json::from_slice(&record.data).map_err(HistoryError::not_understood)?;
            for (pointer, value) in sealed_in(&data) {
                let Some((owner, key)) = owners.of(record.stream.as_str(), value.owner()) else {
                    continue;
                };
                let key = key.value_key(&value.id());
                // The reference of another nominee may lead to the same event: only a key that opens.
                if open_with_value_key(&key, ledger, owner, &value).is_ok() {
                    disclosed.push(ValueDisclosure {
                        position: record.position,
                        pointer,
                        id: hex::encode(value.id().as_bytes()),
                        owner: owner.clone(),
                        key,
                    });
                }
            }
        }
        Ok(disclosed)
    }

    async fn owners(
        &self,
        ledger: &LedgerId,
        nomination: &NominationId,
        case: &nomination::Case,
    ) -> Result<Owners, HistoryError> {
        let own = [
            StreamKey::nomination(nomination),
            StreamKey::certificate(nomination),
            StreamKey::payout(nomination),
        ];
        let mut streams = BTreeMap::new();
        for stream in own {
            let owner = OwnerId(stream.to_string());
            if let Some(key) = self.standing_key(ledger, &owner).await? {
                streams.insert(stream_name(&stream).to_string(), (owner, key));
            }
        }
        let reference = case.nominee_ref.as_str();
        let owner = self.vault.owner_of(ledger, reference).await;
        let nominee = match owner.map_err(HistoryError::Personal)? {
            Some(owner) => {
                let key = self.standing_key(ledger, &owner).await?;
                key.map(|key| (owner, key))
            }
            None => None,
        };
        Ok(Owners { streams, nominee })
    }

    /// The owner's key, unless there never was one or it is destroyed.
    async fn standing_key(
        &self,
        ledger: &LedgerId,
        owner: &OwnerId,
    ) -> Result<Option<OwnerKey>, HistoryError> {
        match self.vault.owner_key(ledger, owner).await {
            Ok(key) => Ok(key),
            Err(PrivacyError::Destroyed) => Ok(None),
            Err(error) => Err(HistoryError::Personal(error)),
        }
    }
}

impl Owners {
    fn of(&self, stream: &str, word: OwnerWord) -> Option<&(OwnerId, OwnerKey)> {
        match word {
            OwnerWord::Stream => self.streams.get(stream),
            OwnerWord::Nominee => self.nominee.as_ref(),
        }
    }
}

/// Every sealed value in the data of an event, with its pointer, in the order of the pointers' parts.
fn sealed_in(data: &Value) -> Vec<(String, SealedValue)> {
    let mut found = Vec::new();
    collect(String::new(), data, &mut found);
    found
}

fn collect(pointer: String, value: &Value, found: &mut Vec<(String, SealedValue)>) {
    match value {
        Value::Object(members) => match members.get("box").map(|_| SealedValue::parse(value)) {
            Some(Ok(sealed)) => found.push((pointer, sealed)),
            Some(Err(_)) | None => {
                for (name, member) in members {
                    collect(format!("{pointer}/{}", escaped(name)), member, found);
                }
            }
        },
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(format!("{pointer}/{index}"), item, found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
