//! Access tokens of clients, hashed, and the assertions that they were asked for with.

use async_trait::async_trait;
use jiff::Timestamp;

use crate::{ClientGrant, OfficeError};

/// An access token at rest, known only by its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessToken {
    /// The public part of the token.
    pub token_id: String,
    /// SHA-256 of the secret part.
    pub secret_hash: [u8; 32],
    /// The client that it was issued to.
    pub client_id: String,
    /// What it is good for, as in an OAuth `scope`: words with a space between them.
    pub scopes: String,
    /// When it was issued, by the real clock.
    pub issued_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// An access token, and what its client is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownAccess {
    /// The token.
    pub token: AccessToken,
    /// When its client was revoked.
    pub revoked_at: Option<Timestamp>,
    /// For whom its client acts, in the order of the ledgers' slugs.
    pub grants: Vec<ClientGrant>,
}

/// That an assertion was shown. It is good for one token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsedAssertion {
    /// The client that showed it.
    pub client_id: String,
    /// SHA-256 of its id.
    pub jti_hash: [u8; 32],
    /// From when on it is refused for its age, so that it may be forgotten.
    pub keep_until: Timestamp,
}

/// Keeps what clients have shown and got. Whatever is over is forgotten on the way.
#[async_trait]
pub trait AccessStore: Send + Sync {
    /// Notes that an assertion was shown; answers whether it was the first time. `now` tells which ones
    /// may be forgotten.
    ///
    /// # Errors
    /// [`OfficeError`]; it may have been noted all the same.
    async fn use_assertion(
        &self,
        used: &UsedAssertion,
        now: Timestamp,
    ) -> Result<bool, OfficeError>;

    /// Keeps a new token, and forgets those that had ended when it was issued.
    ///
    /// # Errors
    /// [`OfficeError`], also when the token id is taken.
    async fn keep_access_token(&self, token: &AccessToken) -> Result<(), OfficeError>;

    /// The token with this id.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn access_token(&self, token_id: &str) -> Result<Option<KnownAccess>, OfficeError>;
}
