//! Tokens of principals, hashed.

use async_trait::async_trait;
use jiff::Timestamp;
use rusqlite::{Row, Rows, params};

use super::SqliteOffice;
use crate::{fault::Fault, parser::Parser, sql};
use khen_eventlog::{Credential, CredentialStore, LedgerId, OfficeError};

const COLUMNS: [&str; 8] = [
    "token_id",
    "secret_hash",
    "ledger",
    "assignment",
    "label",
    "issued_us",
    "expires_us",
    "revoked_us",
];

#[async_trait]
impl CredentialStore for SqliteOffice {
    async fn keep_credential(&self, credential: &Credential) -> Result<(), OfficeError> {
        let credential = credential.clone();
        let writing = self.database.write(move |connection| {
            let mut statement = connection.prepare_cached(sql::KEEP_CREDENTIAL)?;
            statement.execute(params![
                credential.token_id,
                credential.secret_hash,
                credential.ledger.as_str(),
                credential.assignment,
                credential.label,
                credential.issued_at.as_microsecond(),
                credential.expires_at.as_microsecond(),
                credential.revoked_at.map(Timestamp::as_microsecond),
            ])?;
            Ok(())
        });
        Ok(writing.await?)
    }

    async fn credential(&self, token_id: &str) -> Result<Option<Credential>, OfficeError> {
        let token_id = token_id.to_owned();
        let reading = self.database.read(move |connection| {
            let mut statement = connection.prepare_cached(sql::FIND_CREDENTIAL)?;
            let found = parsed(statement.query([token_id])?)?;
            Ok(found.into_iter().next())
        });
        Ok(reading.await?)
    }

    async fn credentials(&self, ledger: &LedgerId) -> Result<Vec<Credential>, OfficeError> {
        let ledger = ledger.clone();
        let reading = self.database.read(move |connection| {
            let mut statement = connection.prepare_cached(sql::LIST_CREDENTIALS)?;
            parsed(statement.query([ledger.as_str()])?)
        });
        Ok(reading.await?)
    }

    async fn revoke(&self, token_id: &str, at: Timestamp) -> Result<bool, OfficeError> {
        let token_id = token_id.to_owned();
        let writing = self.database.write(move |connection| {
            let mut statement = connection.prepare_cached(sql::REVOKE_CREDENTIAL)?;
            Ok(statement.execute(params![token_id, at.as_microsecond()])? > 0)
        });
        Ok(writing.await?)
    }
}

fn parsed(mut rows: Rows<'_>) -> Result<Vec<Credential>, Fault> {
    let mut credentials = Vec::new();
    while let Some(row) = rows.next()? {
        credentials.push(credential(row)?);
    }
    Ok(credentials)
}

fn credential(row: &Row<'_>) -> Result<Credential, Fault> {
    let token_id: String = row.get(0)?;
    let parser = Parser {
        table: "credential",
        columns: &COLUMNS,
        key: &token_id,
        row,
    };
    Ok(Credential {
        secret_hash: parser.array(1)?,
        ledger: parser.text(2, |slug| LedgerId::parse(slug).ok())?,
        assignment: parser.string(3)?,
        label: parser.string(4)?,
        issued_at: parser.time(5)?,
        expires_at: parser.time(6)?,
        revoked_at: parser.optional(7, Parser::time)?,
        token_id,
    })
}
