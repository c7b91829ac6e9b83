//! Access tokens of clients, hashed, and the assertions that they were asked for with.

use async_trait::async_trait;
use jiff::Timestamp;

use super::PostgresOffice;
use crate::{fault::Fault, parser::Parser, readers::Values, sql};
use khen_eventlog::{
    AccessStore, AccessToken, ClientGrant, KnownAccess, LedgerId, OfficeError, UsedAssertion,
};

const COLUMNS: [&str; 9] = [
    "token_id",
    "secret_hash",
    "client_id",
    "scopes",
    "issued_us",
    "expires_us",
    "revoked_us",
    "ledger",
    "assignment",
];

#[async_trait]
impl AccessStore for PostgresOffice {
    async fn use_assertion(
        &self,
        used: &UsedAssertion,
        now: Timestamp,
    ) -> Result<bool, OfficeError> {
        let values: Values<'_> = &[
            &used.client_id,
            &used.jti_hash.as_slice(),
            &used.keep_until.as_microsecond(),
            &now.as_microsecond(),
        ];
        // Run again, it would find its own assertion used.
        let first = self.readers.query_once(sql::USE_ASSERTION, values).await?;
        Ok(!first.is_empty())
    }

    async fn keep_access_token(&self, token: &AccessToken) -> Result<(), OfficeError> {
        let values: Values<'_> = &[
            &token.token_id,
            &token.secret_hash.as_slice(),
            &token.client_id,
            &token.scopes,
            &token.issued_at.as_microsecond(),
            &token.expires_at.as_microsecond(),
        ];
        // Run again, it would find its own token id taken.
        let keeping = self.readers.query_once(sql::KEEP_ACCESS_TOKEN, values);
        keeping.await?;
        Ok(())
    }

    async fn access_token(&self, token_id: &str) -> Result<Option<KnownAccess>, OfficeError> {
        let values: Values<'_> = &[&token_id];
        let rows = self.readers.query(sql::FIND_ACCESS_TOKEN, values).await?;
        let mut known: Option<KnownAccess> = None;
        for row in &rows {
            let parser = Parser {
                table: "access_token",
                columns: &COLUMNS,
                key: &token_id,
                row,
            };
            let grant = grant(&parser)?;
            match &mut known {
                Some(known) => known.grants.push(grant),
                None => known = Some(access(token_id, &parser, grant)?),
            }
        }
        Ok(known)
    }
}

fn access(token_id: &str, parser: &Parser<'_>, grant: ClientGrant) -> Result<KnownAccess, Fault> {
    let revoked_us: Option<i64> = parser.value(6)?;
    Ok(KnownAccess {
        token: AccessToken {
            token_id: token_id.to_owned(),
            secret_hash: parser.array(1)?,
            client_id: parser.value(2)?,
            scopes: parser.value(3)?,
            issued_at: parser.time(4)?,
            expires_at: parser.time(5)?,
        },
        revoked_at: revoked_us.map(|_| parser.time(6)).transpose()?,
        grants: vec![grant],
    })
}

fn grant(parser: &Parser<'_>) -> Result<ClientGrant, Fault> {
    Ok(ClientGrant {
        ledger: parser.text(7, |slug| LedgerId::parse(slug).ok())?,
        assignment: parser.value(8)?,
    })
}
