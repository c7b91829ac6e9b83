//! Tokens of principals, hashed.

use async_trait::async_trait;
use jiff::Timestamp;
use tokio_postgres::Row;

use super::PostgresOffice;
use crate::{fault::Fault, parser::Parser, readers::Values, sql};
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
impl CredentialStore for PostgresOffice {
    async fn keep_credential(&self, credential: &Credential) -> Result<(), OfficeError> {
        let revoked_us = credential.revoked_at.map(Timestamp::as_microsecond);
        let values: Values<'_> = &[
            &credential.token_id,
            &credential.secret_hash.as_slice(),
            &credential.ledger.as_str(),
            &credential.assignment,
            &credential.label,
            &credential.issued_at.as_microsecond(),
            &credential.expires_at.as_microsecond(),
            &revoked_us,
        ];
        // Run again, it would find its own token id taken.
        self.readers
            .query_once(sql::KEEP_CREDENTIAL, values)
            .await?;
        Ok(())
    }

    async fn credential(&self, token_id: &str) -> Result<Option<Credential>, OfficeError> {
        let rows = self
            .readers
            .query(sql::FIND_CREDENTIAL, &[&token_id])
            .await?;
        Ok(rows.first().map(credential).transpose()?)
    }

    async fn credentials(&self, ledger: &LedgerId) -> Result<Vec<Credential>, OfficeError> {
        let values: Values<'_> = &[&ledger.as_str()];
        let rows = self.readers.query(sql::LIST_CREDENTIALS, values).await?;
        Ok(rows.iter().map(credential).collect::<Result<_, _>>()?)
    }

    async fn revoke(&self, token_id: &str, at: Timestamp) -> Result<bool, OfficeError> {
        let values: Values<'_> = &[&token_id, &at.as_microsecond()];
        let known = self.readers.query(sql::REVOKE_CREDENTIAL, values).await?;
        Ok(!known.is_empty())
    }
}

fn credential(row: &Row) -> Result<Credential, Fault> {
    let token_id: String = row.try_get(0)?;
    let parser = Parser {
        table: "credential",
        columns: &COLUMNS,
        key: &token_id,
        row,
    };
    let revoked_us: Option<i64> = parser.value(7)?;
    Ok(Credential {
        secret_hash: parser.array(1)?,
        ledger: parser.text(2, |slug| LedgerId::parse(slug).ok())?,
        assignment: parser.value(3)?,
        label: parser.value(4)?,
        issued_at: parser.time(5)?,
        expires_at: parser.time(6)?,
        revoked_at: revoked_us.map(|_| parser.time(7)).transpose()?,
        token_id,
    })
}
