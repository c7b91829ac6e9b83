//! Owners' keys and the references that lead to owners.

use std::slice;

use async_trait::async_trait;
use tokio_postgres::Row;

use super::PostgresOffice;
use crate::{fault::Fault, parser::Parser, readers::Values, sql};
use khen_eventlog::{KeyRecord, KeyStore, LedgerId, OfficeError, OwnerId, WrappedKey};

#[async_trait]
impl KeyStore for PostgresOffice {
    async fn key(
        &self,
        ledger: &LedgerId,
        owner: &OwnerId,
    ) -> Result<Option<KeyRecord>, OfficeError> {
        let mut found = self.keys(ledger, slice::from_ref(owner)).await?;
        Ok(found.pop().flatten())
    }

    async fn keep_key(
        &self,
        ledger: &LedgerId,
        owner: &OwnerId,
        key: WrappedKey,
    ) -> Result<KeyRecord, OfficeError> {
        let values: Values<'_> = &[&ledger.as_str(), &owner.0, &key.0];
        let kept = self.readers.query(sql::KEEP_KEY, values).await?;
        if !kept.is_empty() {
            return Ok(KeyRecord::Held(key));
        }
        let stands = self.key(ledger, owner).await?;
        Ok(stands.ok_or_else(|| Fault::Corrupt {
            place: format!("table owner_key, column owner, row {}", owner.0),
        })?)
    }

    async fn destroy_key(&self, ledger: &LedgerId, owner: &OwnerId) -> Result<(), OfficeError> {
        let values: Values<'_> = &[&ledger.as_str(), &owner.0];
        self.readers.query(sql::DESTROY_KEY, values).await?;
        Ok(())
    }

    async fn keep_reference(
        &self,
        ledger: &LedgerId,
        reference: &str,
        owner: &OwnerId,
    ) -> Result<(), OfficeError> {
        let values: Values<'_> = &[&ledger.as_str(), &reference, &owner.0];
        self.readers.query(sql::KEEP_REFERENCE, values).await?;
        Ok(())
    }

    async fn owner_of(
        &self,
        ledger: &LedgerId,
        reference: &str,
    ) -> Result<Option<OwnerId>, OfficeError> {
        let mut found = self.owners_of(ledger, &[reference]).await?;
        Ok(found.pop().flatten())
    }

    async fn keys(
        &self,
        ledger: &LedgerId,
        owners: &[OwnerId],
    ) -> Result<Vec<Option<KeyRecord>>, OfficeError> {
        let names: Vec<&str> = owners.iter().map(|owner| owner.0.as_str()).collect();
        let values: Values<'_> = &[&ledger.as_str(), &names];
        let rows = self.readers.query(sql::FIND_KEYS, values).await?;
        let found = names.iter().zip(&rows).map(|(name, row)| key(name, row));
        Ok(found.collect::<Result<_, _>>()?)
    }

    async fn owners_of(
        &self,
        ledger: &LedgerId,
        references: &[&str],
    ) -> Result<Vec<Option<OwnerId>>, OfficeError> {
        let values: Values<'_> = &[&ledger.as_str(), &references];
        let rows = self.readers.query(sql::FIND_OWNERS, values).await?;
        let found = references.iter().zip(&rows);
        let found = found.map(|(reference, row)| owner(reference, row));
        Ok(found.collect::<Result<_, _>>()?)
    }
}

fn key(owner: &str, row: &Row) -> Result<Option<KeyRecord>, Fault> {
    let parser = Parser {
        table: "owner_key",
        columns: &["owner", "wrapped"],
        key: &owner,
        row,
    };
    let is_known: bool = parser.value(0)?;
    let wrapped: Option<Vec<u8>> = parser.value(1)?;
    let held = |key| KeyRecord::Held(WrappedKey(key));
    Ok(is_known.then(|| wrapped.map_or(KeyRecord::Destroyed, held)))
}

fn owner(reference: &str, row: &Row) -> Result<Option<OwnerId>, Fault> {
    let parser = Parser {
        table: "reference",
        columns: &["owner"],
        key: &reference,
        row,
    };
    let owner: Option<String> = parser.value(0)?;
    Ok(owner.map(OwnerId))
}
