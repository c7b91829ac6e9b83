//! Tokens of principals, hashed.

use async_trait::async_trait;
use jiff::Timestamp;

use crate::{LedgerId, OfficeError};

/// A token at rest: bound to one assignment, known only by its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credential {
    /// The public part of the token; names it in lists and when it is revoked.
    pub token_id: String,
    /// SHA-256 of the secret part.
    pub secret_hash: [u8; 32],
    /// The ledger it opens.
    pub ledger: LedgerId,
    /// The assignment that acts.
    pub assignment: String,
    /// What it was issued for, in the issuer's words; no personal data.
    pub label: String,
    /// When it was issued, by the real clock.
    pub issued_at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Timestamp,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
}

/// Keeps credentials.
#[async_trait]
pub trait CredentialStore: Send + Sync {
    /// Keeps a new credential.
    ///
    /// # Errors
    /// [`OfficeError`], also when the token id is taken.
    async fn keep_credential(&self, credential: &Credential) -> Result<(), OfficeError>;

    /// The credential with this token id, revoked ones included.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn credential(&self, token_id: &str) -> Result<Option<Credential>, OfficeError>;

    /// All credentials of a ledger, oldest first.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn credentials(&self, ledger: &LedgerId) -> Result<Vec<Credential>, OfficeError>;

    /// Revokes; answers whether there was such a credential. The first time of revoking stands.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn revoke(&self, token_id: &str, at: Timestamp) -> Result<bool, OfficeError>;
}
