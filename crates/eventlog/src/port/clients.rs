//! Programs that ask for access tokens with a key of their own: OAuth 2.0 clients.

use async_trait::async_trait;
use jiff::Timestamp;

use crate::{LedgerId, OfficeError};

/// A program of another institution, and what it may ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisteredClient {
    /// What it is called by programs.
    pub client_id: String,
    /// What it is called by people.
    pub name: String,
    /// All that it may ask for, as in an OAuth `scope`: words with a space between them.
    pub scopes: String,
    /// For whom it acts, one for each ledger, in the order of their slugs.
    pub grants: Vec<ClientGrant>,
    /// Its keys, oldest first, removed ones included.
    pub keys: Vec<ClientKey>,
    /// When it was registered, by the real clock.
    pub registered_at: Timestamp,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
}

/// For whom a client acts in a ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientGrant {
    /// The ledger it opens.
    pub ledger: LedgerId,
    /// The assignment that acts.
    pub assignment: String,
}

/// The public half of a key that a client signs with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientKey {
    /// What it is called: the thumbprint of the key (RFC 7638).
    pub key_id: String,
    /// The key, as the members of a JWK that its thumbprint is of.
    pub public: String,
    /// When it was added, by the real clock.
    pub added_at: Timestamp,
    /// From when on it opens nothing.
    pub removed_at: Option<Timestamp>,
}

/// Keeps clients.
#[async_trait]
pub trait ClientStore: Send + Sync {
    /// Keeps a new client with its grants and keys, all of it or nothing.
    ///
    /// # Errors
    /// [`OfficeError`], also when the client id is taken.
    async fn keep_client(&self, client: &RegisteredClient) -> Result<(), OfficeError>;

    /// The client with this id, also a revoked one.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn client(&self, client_id: &str) -> Result<Option<RegisteredClient>, OfficeError>;

    /// All clients, oldest first.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn clients(&self) -> Result<Vec<RegisteredClient>, OfficeError>;

    /// Revokes; answers whether there was such a client. The first time of revoking stands.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn revoke_client(&self, client_id: &str, at: Timestamp) -> Result<bool, OfficeError>;

    /// Opens one more ledger to a client; answers whether it did. It does not where there is no such client,
    /// or where the ledger is open to it already, for whomever.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn keep_client_grant(
        &self,
        client_id: &str,
        grant: &ClientGrant,
    ) -> Result<bool, OfficeError>;

    /// Closes a ledger to a client from now on, to its access tokens too; answers whether it was open.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn delete_client_grant(
        &self,
        client_id: &str,
        ledger: &LedgerId,
    ) -> Result<bool, OfficeError>;

    /// Gives a client one more key; answers whether it did. It does not where there is no such client, or
    /// where the client has or had this key already.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn keep_client_key(&self, client_id: &str, key: &ClientKey) -> Result<bool, OfficeError>;

    /// Removes a key; answers whether the client had it. The first time of removing stands.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn remove_client_key(
        &self,
        client_id: &str,
        key_id: &str,
        at: Timestamp,
    ) -> Result<bool, OfficeError>;
}
