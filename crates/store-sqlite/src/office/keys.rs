//! Owners' keys and the references that lead to owners.

use async_trait::async_trait;
use rusqlite::{Connection, OptionalExtension};

use super::SqliteOffice;
use crate::{fault::Fault, sql};
use khen_eventlog::{KeyRecord, KeyStore, LedgerId, OfficeError, OwnerId, WrappedKey};

#[async_trait]
impl KeyStore for SqliteOffice {
    async fn key(
        &self,
        ledger: &LedgerId,
        owner: &OwnerId,
    ) -> Result<Option<KeyRecord>, OfficeError> {
        let (ledger, owner) = (ledger.clone(), owner.clone());
        let reading = self
            .database
            .read(move |connection| find(connection, &ledger, &owner));
        Ok(reading.await?)
    }

    async fn keep_key(
        &self,
        ledger: &LedgerId,
        owner: &OwnerId,
        key: WrappedKey,
    ) -> Result<KeyRecord, OfficeError> {
        let (ledger, owner) = (ledger.clone(), owner.clone());
        let writing = self.database.write(move |connection| {
            let mut statement = connection.prepare_cached(sql::KEEP_KEY)?;
            statement.execute((ledger.as_str(), &owner.0, &key.0))?;
            let stands = find(connection, &ledger, &owner)?;
            Ok(stands.expect("a key was kept in this transaction, unless there was one"))
        });
        Ok(writing.await?)
    }

    async fn destroy_key(&self, ledger: &LedgerId, owner: &OwnerId) -> Result<(), OfficeError> {
        let (ledger, owner) = (ledger.clone(), owner.clone());
        let writing = self.database.write(move |connection| {
            let names = (ledger.as_str(), &owner.0);
            connection
                .prepare_cached(sql::DESTROY_KEY)?
                .execute(names)?;
            connection
                .prepare_cached(sql::DELETE_REFERENCES)?
                .execute(names)?;
            Ok(())
        });
        writing.await?;
        // `secure_delete` overwrites the pages of the file; the log still holds their old state.
        Ok(self.database.empty_the_log().await?)
    }

    async fn keep_reference(
        &self,
        ledger: &LedgerId,
        reference: &str,
        owner: &OwnerId,
    ) -> Result<(), OfficeError> {
        let (ledger, reference, owner) = (ledger.clone(), reference.to_owned(), owner.clone());
        let writing = self.database.write(move |connection| {
            let mut statement = connection.prepare_cached(sql::KEEP_REFERENCE)?;
            statement.execute((ledger.as_str(), &reference, &owner.0))?;
            Ok(())
        });
        Ok(writing.await?)
    }

    async fn owner_of(
        &self,
        ledger: &LedgerId,
        reference: &str,
    ) -> Result<Option<OwnerId>, OfficeError> {
        let (ledger, reference) = (ledger.clone(), reference.to_owned());
        let reading = self
            .database
            .read(move |connection| owner_of(connection, &ledger, &reference));
        Ok(reading.await?)
    }

    async fn keys(
        &self,
        ledger: &LedgerId,
        owners: &[OwnerId],
    ) -> Result<Vec<Option<KeyRecord>>, OfficeError> {
        let (ledger, owners) = (ledger.clone(), owners.to_vec());
        let reading = self.database.read(move |connection| {
            let owners = owners.iter();
            owners
                .map(|owner| find(connection, &ledger, owner))
                .collect()
        });
        Ok(reading.await?)
    }

    async fn owners_of(
        &self,
        ledger: &LedgerId,
        references: &[&str],
    ) -> Result<Vec<Option<OwnerId>>, OfficeError> {
        let references: Vec<String> = references.iter().map(ToString::to_string).collect();
        let ledger = ledger.clone();
        let reading = self.database.read(move |connection| {
            let references = references.iter();
            references
                .map(|reference| owner_of(connection, &ledger, reference))
                .collect()
        });
        Ok(reading.await?)
    }
}

fn owner_of(
    connection: &Connection,
    ledger: &LedgerId,
    reference: &str,
) -> Result<Option<OwnerId>, Fault> {
    let mut statement = connection.prepare_cached(sql::FIND_OWNER)?;
    let names = (ledger.as_str(), reference);
    let owner = statement.query_row(names, |row| row.get(0).map(OwnerId));
    Ok(owner.optional()?)
}

fn find(
    connection: &Connection,
    ledger: &LedgerId,
    owner: &OwnerId,
) -> Result<Option<KeyRecord>, Fault> {
    let mut statement = connection.prepare_cached(sql::FIND_KEY)?;
    let found = statement.query_row((ledger.as_str(), &owner.0), |row| {
        let wrapped: Option<Vec<u8>> = row.get(0)?;
        Ok(wrapped.map_or(KeyRecord::Destroyed, |key| KeyRecord::Held(WrappedKey(key))))
    });
    Ok(found.optional()?)
}
