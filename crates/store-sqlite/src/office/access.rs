//! Access tokens of clients, hashed, and the assertions that they were asked for with.

use async_trait::async_trait;
use jiff::Timestamp;
use rusqlite::params;

use super::SqliteOffice;
use crate::{fault::Fault, parser::Parser, sql};
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
impl AccessStore for SqliteOffice {
    async fn use_assertion(
        &self,
        used: &UsedAssertion,
        now: Timestamp,
    ) -> Result<bool, OfficeError> {
        let used = used.clone();
        let writing = self.database.write(move |connection| {
            let mut forget = connection.prepare_cached(sql::FORGET_ASSERTIONS)?;
            forget.execute([now.as_microsecond()])?;
            let mut statement = connection.prepare_cached(sql::USE_ASSERTION)?;
            let count = statement.execute(params![
                used.client_id,
                used.jti_hash,
                used.keep_until.as_microsecond(),
            ])?;
            Ok(count > 0)
        });
        Ok(writing.await?)
    }

    async fn keep_access_token(&self, token: &AccessToken) -> Result<(), OfficeError> {
        let token = token.clone();
        let writing = self.database.write(move |connection| {
            let mut forget = connection.prepare_cached(sql::FORGET_ACCESS_TOKENS)?;
            forget.execute([token.issued_at.as_microsecond()])?;
            let mut statement = connection.prepare_cached(sql::KEEP_ACCESS_TOKEN)?;
            statement.execute(params![
                token.token_id,
                token.secret_hash,
                token.client_id,
                token.scopes,
                token.issued_at.as_microsecond(),
                token.expires_at.as_microsecond(),
            ])?;
            Ok(())
        });
        Ok(writing.await?)
    }

    async fn access_token(&self, token_id: &str) -> Result<Option<KnownAccess>, OfficeError> {
        let token_id = token_id.to_owned();
        let reading = self.database.read(move |connection| {
            let mut statement = connection.prepare_cached(sql::FIND_ACCESS_TOKEN)?;
            let mut rows = statement.query([&token_id])?;
            let mut known: Option<KnownAccess> = None;
            while let Some(row) = rows.next()? {
                let parser = Parser {
                    table: "access_token",
                    columns: &COLUMNS,
                    key: &token_id,
                    row,
                };
                let grant = grant(&parser)?;
                match &mut known {
                    Some(known) => known.grants.push(grant),
                    None => known = Some(access(&token_id, &parser, grant)?),
                }
            }
            Ok(known)
        });
        Ok(reading.await?)
    }
}

fn access(token_id: &str, parser: &Parser<'_>, grant: ClientGrant) -> Result<KnownAccess, Fault> {
    Ok(KnownAccess {
        token: AccessToken {
            token_id: token_id.to_owned(),
            secret_hash: parser.array(1)?,
            client_id: parser.string(2)?,
            scopes: parser.string(3)?,
            issued_at: parser.time(4)?,
            expires_at: parser.time(5)?,
        },
        revoked_at: parser.optional(6, Parser::time)?,
        grants: vec![grant],
    })
}

fn grant(parser: &Parser<'_>) -> Result<ClientGrant, Fault> {
    Ok(ClientGrant {
        ledger: parser.text(7, |slug| LedgerId::parse(slug).ok())?,
        assignment: parser.string(8)?,
    })
}
