//! Programs that ask for access tokens with a key of their own.

use async_trait::async_trait;
use jiff::Timestamp;
use rusqlite::{Connection, Row, params};

use super::SqliteOffice;
use crate::{fault::Fault, parser::Parser, sql};
use khen_eventlog::{ClientGrant, ClientKey, ClientStore, LedgerId, OfficeError, RegisteredClient};

const CLIENT: [&str; 5] = ["client_id", "name", "scopes", "registered_us", "revoked_us"];
const GRANT: [&str; 3] = ["client_id", "ledger", "assignment"];
const KEY: [&str; 5] = ["client_id", "key_id", "public", "added_us", "removed_us"];

#[async_trait]
impl ClientStore for SqliteOffice {
    async fn keep_client(&self, client: &RegisteredClient) -> Result<(), OfficeError> {
        let client = client.clone();
        let writing = self.database.write(move |connection| {
            connection
                .prepare_cached(sql::KEEP_CLIENT)?
                .execute(params![
                    client.client_id,
                    client.name,
                    client.scopes,
                    client.registered_at.as_microsecond(),
                    client.revoked_at.map(Timestamp::as_microsecond),
                ])?;
            for grant in &client.grants {
                keep_grant(connection, &client.client_id, grant)?;
            }
            for key in &client.keys {
                keep_key(connection, &client.client_id, key)?;
            }
            Ok(())
        });
        Ok(writing.await?)
    }

    async fn client(&self, client_id: &str) -> Result<Option<RegisteredClient>, OfficeError> {
        let client_id = client_id.to_owned();
        let reading = self
            .database
            .read(move |connection| find(connection, &client_id));
        Ok(reading.await?)
    }

    async fn clients(&self) -> Result<Vec<RegisteredClient>, OfficeError> {
        let reading = self.database.read(|connection| {
            let mut statement = connection.prepare_cached(sql::LIST_CLIENTS)?;
            let ids = statement.query_map([], |row| row.get::<_, String>(0))?;
            let mut clients = Vec::new();
            for id in ids {
                clients.extend(find(connection, &id?)?);
            }
            Ok(clients)
        });
        Ok(reading.await?)
    }

    async fn revoke_client(&self, client_id: &str, at: Timestamp) -> Result<bool, OfficeError> {
        let client_id = client_id.to_owned();
        let writing = self.database.write(move |connection| {
            let mut statement = connection.prepare_cached(sql::REVOKE_CLIENT)?;
            Ok(statement.execute(params![client_id, at.as_microsecond()])? > 0)
        });
        Ok(writing.await?)
    }

    async fn keep_client_grant(
        &self,
        client_id: &str,
        grant: &ClientGrant,
    ) -> Result<bool, OfficeError> {
        let (client_id, grant) = (client_id.to_owned(), grant.clone());
        let writing = self
            .database
            .write(move |connection| keep_grant(connection, &client_id, &grant));
        Ok(writing.await?)
    }

    async fn delete_client_grant(
        &self,
        client_id: &str,
        ledger: &LedgerId,
    ) -> Result<bool, OfficeError> {
        let (client_id, ledger) = (client_id.to_owned(), ledger.clone());
        let writing = self.database.write(move |connection| {
            let mut statement = connection.prepare_cached(sql::DELETE_CLIENT_GRANT)?;
            Ok(statement.execute([client_id.as_str(), ledger.as_str()])? > 0)
        });
        Ok(writing.await?)
    }

    async fn keep_client_key(&self, client_id: &str, key: &ClientKey) -> Result<bool, OfficeError> {
        let (client_id, key) = (client_id.to_owned(), key.clone());
        let writing = self
            .database
            .write(move |connection| keep_key(connection, &client_id, &key));
        Ok(writing.await?)
    }

    async fn remove_client_key(
        &self,
        client_id: &str,
        key_id: &str,
        at: Timestamp,
    ) -> Result<bool, OfficeError> {
        let (client_id, key_id) = (client_id.to_owned(), key_id.to_owned());
        let writing = self.database.write(move |connection| {
            let mut statement = connection.prepare_cached(sql::REMOVE_CLIENT_KEY)?;
            Ok(statement.execute(params![client_id, key_id, at.as_microsecond()])? > 0)
        });
        Ok(writing.await?)
    }
}

fn keep_grant(
    connection: &Connection,
    client_id: &str,
    grant: &ClientGrant,
) -> Result<bool, Fault> {
    let mut statement = connection.prepare_cached(sql::KEEP_CLIENT_GRANT)?;
    let values = [client_id, grant.ledger.as_str(), &grant.assignment];
    Ok(statement.execute(values)? > 0)
}

fn keep_key(connection: &Connection, client_id: &str, key: &ClientKey) -> Result<bool, Fault> {
    let mut statement = connection.prepare_cached(sql::KEEP_CLIENT_KEY)?;
    let count = statement.execute(params![
        client_id,
        key.key_id,
        key.public,
        key.added_at.as_microsecond(),
        key.removed_at.map(Timestamp::as_microsecond),
    ])?;
    Ok(count > 0)
}

fn find(connection: &Connection, client_id: &str) -> Result<Option<RegisteredClient>, Fault> {
    let mut statement = connection.prepare_cached(sql::FIND_CLIENT)?;
    let mut rows = statement.query([client_id])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let client = client(client_id, row)?;
    let mut statement = connection.prepare_cached(sql::LIST_CLIENT_GRANTS)?;
    let mut rows = statement.query([client_id])?;
    let mut grants = Vec::new();
    while let Some(row) = rows.next()? {
        grants.push(grant(client_id, row)?);
    }
    let mut statement = connection.prepare_cached(sql::LIST_CLIENT_KEYS)?;
    let mut rows = statement.query([client_id])?;
    let mut keys = Vec::new();
    while let Some(row) = rows.next()? {
        keys.push(key(client_id, row)?);
    }
    Ok(Some(RegisteredClient {
        grants,
        keys,
        ..client
    }))
}

fn client(client_id: &str, row: &Row<'_>) -> Result<RegisteredClient, Fault> {
    let parser = Parser {
        table: "client",
        columns: &CLIENT,
        key: &client_id,
        row,
    };
    Ok(RegisteredClient {
        client_id: client_id.to_owned(),
        name: parser.string(1)?,
        scopes: parser.string(2)?,
        grants: Vec::new(),
        keys: Vec::new(),
        registered_at: parser.time(3)?,
        revoked_at: parser.optional(4, Parser::time)?,
    })
}

fn grant(client_id: &str, row: &Row<'_>) -> Result<ClientGrant, Fault> {
    let parser = Parser {
        table: "client_grant",
        columns: &GRANT,
        key: &client_id,
        row,
    };
    Ok(ClientGrant {
        ledger: parser.text(1, |slug| LedgerId::parse(slug).ok())?,
        assignment: parser.string(2)?,
    })
}

fn key(client_id: &str, row: &Row<'_>) -> Result<ClientKey, Fault> {
    let parser = Parser {
        table: "client_key",
        columns: &KEY,
        key: &client_id,
        row,
    };
    Ok(ClientKey {
        key_id: parser.string(1)?,
        public: parser.string(2)?,
        added_at: parser.time(3)?,
        removed_at: parser.optional(4, Parser::time)?,
    })
}
