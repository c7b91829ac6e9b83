//! Programs that ask for access tokens with a key of their own.

use async_trait::async_trait;
use jiff::Timestamp;
use tokio_postgres::Row;

use super::PostgresOffice;
use crate::{fault::Fault, parser::Parser, readers::Values, sql};
use khen_eventlog::{ClientGrant, ClientKey, ClientStore, LedgerId, OfficeError, RegisteredClient};

const CLIENT: [&str; 5] = ["client_id", "name", "scopes", "registered_us", "revoked_us"];
const GRANT: [&str; 3] = ["client_id", "ledger", "assignment"];
const KEY: [&str; 5] = ["client_id", "key_id", "public", "added_us", "removed_us"];

#[async_trait]
impl ClientStore for PostgresOffice {
    async fn keep_client(&self, client: &RegisteredClient) -> Result<(), OfficeError> {
        let revoked_us = client.revoked_at.map(Timestamp::as_microsecond);
        let grants = || client.grants.iter();
        let ledgers: Vec<&str> = grants().map(|grant| grant.ledger.as_str()).collect();
        let assignments: Vec<&str> = grants().map(|grant| grant.assignment.as_str()).collect();
        let keys = || client.keys.iter();
        let key_ids: Vec<&str> = keys().map(|key| key.key_id.as_str()).collect();
        let publics: Vec<&str> = keys().map(|key| key.public.as_str()).collect();
        let added: Vec<i64> = keys().map(|key| key.added_at.as_microsecond()).collect();
        let removed: Vec<Option<i64>> = keys()
            .map(|key| key.removed_at.map(Timestamp::as_microsecond))
            .collect();
        let values: Values<'_> = &[
            &client.client_id,
            &client.name,
            &client.scopes,
            &client.registered_at.as_microsecond(),
            &revoked_us,
            &ledgers,
            &assignments,
            &key_ids,
            &publics,
            &added,
            &removed,
        ];
        // Run again, it would find its own client id taken.
        self.readers.query_once(sql::KEEP_CLIENT, values).await?;
        Ok(())
    }

    async fn client(&self, client_id: &str) -> Result<Option<RegisteredClient>, OfficeError> {
        let values: Values<'_> = &[&client_id];
        let found = self.readers.query(sql::FIND_CLIENT, values).await?;
        let Some(row) = found.first() else {
            return Ok(None);
        };
        let client = client(row)?;
        let grants = self.readers.query(sql::LIST_CLIENT_GRANTS, values).await?;
        let keys = self.readers.query(sql::LIST_CLIENT_KEYS, values).await?;
        Ok(Some(RegisteredClient {
            grants: grants.iter().map(grant).collect::<Result<_, _>>()?,
            keys: keys.iter().map(key).collect::<Result<_, _>>()?,
            ..client
        }))
    }

    async fn clients(&self) -> Result<Vec<RegisteredClient>, OfficeError> {
        let mut clients = Vec::new();
        for row in self.readers.query(sql::LIST_CLIENTS, &[]).await? {
            let client_id: String = row.try_get(0).map_err(Fault::from)?;
            clients.extend(self.client(&client_id).await?);
        }
        Ok(clients)
    }

    async fn revoke_client(&self, client_id: &str, at: Timestamp) -> Result<bool, OfficeError> {
        let values: Values<'_> = &[&client_id, &at.as_microsecond()];
        let known = self.readers.query(sql::REVOKE_CLIENT, values).await?;
        Ok(!known.is_empty())
    }

    async fn keep_client_grant(
        &self,
        client_id: &str,
        grant: &ClientGrant,
    ) -> Result<bool, OfficeError> {
        let values: Values<'_> = &[&client_id, &grant.ledger.as_str(), &grant.assignment];
        // Run again, it would find its own grant there.
        let kept = self.readers.query_once(sql::KEEP_CLIENT_GRANT, values);
        Ok(!kept.await?.is_empty())
    }

    async fn delete_client_grant(
        &self,
        client_id: &str,
        ledger: &LedgerId,
    ) -> Result<bool, OfficeError> {
        let values: Values<'_> = &[&client_id, &ledger.as_str()];
        // Run again, it would find nothing to delete.
        let deleted = self.readers.query_once(sql::DELETE_CLIENT_GRANT, values);
        Ok(!deleted.await?.is_empty())
    }

    async fn keep_client_key(&self, client_id: &str, key: &ClientKey) -> Result<bool, OfficeError> {
        let removed_us = key.removed_at.map(Timestamp::as_microsecond);
        let values: Values<'_> = &[
            &client_id,
            &key.key_id,
            &key.public,
            &key.added_at.as_microsecond(),
            &removed_us,
        ];
        // Run again, it would find its own key there.
        let kept = self.readers.query_once(sql::KEEP_CLIENT_KEY, values);
        Ok(!kept.await?.is_empty())
    }

    async fn remove_client_key(
        &self,
        client_id: &str,
        key_id: &str,
        at: Timestamp,
    ) -> Result<bool, OfficeError> {
        let values: Values<'_> = &[&client_id, &key_id, &at.as_microsecond()];
        let known = self.readers.query(sql::REMOVE_CLIENT_KEY, values).await?;
        Ok(!known.is_empty())
    }
}

fn client(row: &Row) -> Result<RegisteredClient, Fault> {
    let client_id: String = row.try_get(0)?;
    let parser = Parser {
        table: "client",
        columns: &CLIENT,
        key: &client_id,
        row,
    };
    let revoked_us: Option<i64> = parser.value(4)?;
    Ok(RegisteredClient {
        name: parser.value(1)?,
        scopes: parser.value(2)?,
        grants: Vec::new(),
        keys: Vec::new(),
        registered_at: parser.time(3)?,
        revoked_at: revoked_us.map(|_| parser.time(4)).transpose()?,
        client_id,
    })
}

fn grant(row: &Row) -> Result<ClientGrant, Fault> {
    let client_id: String = row.try_get(0)?;
    let parser = Parser {
        table: "client_grant",
        columns: &GRANT,
        key: &client_id,
        row,
    };
    Ok(ClientGrant {
        ledger: parser.text(1, |slug| LedgerId::parse(slug).ok())?,
        assignment: parser.value(2)?,
    })
}

fn key(row: &Row) -> Result<ClientKey, Fault> {
    let client_id: String = row.try_get(0)?;
    let parser = Parser {
        table: "client_key",
        columns: &KEY,
        key: &client_id,
        row,
    };
    let removed_us: Option<i64> = parser.value(4)?;
    Ok(ClientKey {
        key_id: parser.value(1)?,
        public: parser.value(2)?,
        added_at: parser.time(3)?,
        removed_at: removed_us.map(|_| parser.time(4)).transpose()?,
    })
}
