//! The keys of owners, wrapped, and what ties a reference to its owner.

use async_trait::async_trait;

use crate::{LedgerId, OfficeError};

/// Whose key it is: the name of the person's own stream, or of the stream that free text is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OwnerId(pub String);

/// An owner's key, encrypted under the master key; the bytes say nothing by themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrappedKey(pub Vec<u8>);

/// What the office knows of an owner's key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyRecord {
    /// The key, wrapped.
    Held(WrappedKey),
    /// There was a key; it is destroyed for ever.
    Destroyed,
}

/// Keeps wrapped keys of owners, and the references that lead to owners. Destroyed is final.
#[async_trait]
pub trait KeyStore: Send + Sync {
    /// The key of this owner, or `None` if there never was one.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn key(
        &self,
        ledger: &LedgerId,
        owner: &OwnerId,
    ) -> Result<Option<KeyRecord>, OfficeError>;

    /// Keeps `key` unless the owner has one already, or had one; answers with what stands now.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn keep_key(
        &self,
        ledger: &LedgerId,
        owner: &OwnerId,
        key: WrappedKey,
    ) -> Result<KeyRecord, OfficeError>;

    /// Destroys the key of this owner and every reference that leads to it. Asking again, or for
    /// an owner without a key, leaves the owner destroyed.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn destroy_key(&self, ledger: &LedgerId, owner: &OwnerId) -> Result<(), OfficeError>;

    /// Keeps that `reference` leads to `owner`; asking again changes nothing.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn keep_reference(
        &self,
        ledger: &LedgerId,
        reference: &str,
        owner: &OwnerId,
    ) -> Result<(), OfficeError>;

    /// The owner that `reference` leads to, unless it is unknown or destroyed.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn owner_of(
        &self,
        ledger: &LedgerId,
        reference: &str,
    ) -> Result<Option<OwnerId>, OfficeError>;

    /// [`Self::key`] of many owners, in their order.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn keys(
        &self,
        ledger: &LedgerId,
        owners: &[OwnerId],
    ) -> Result<Vec<Option<KeyRecord>>, OfficeError> {
        let mut found = Vec::with_capacity(owners.len());
        for owner in owners {
            found.push(self.key(ledger, owner).await?);
        }
        Ok(found)
    }

    /// [`Self::owner_of`] of many references, in their order.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn owners_of(
        &self,
        ledger: &LedgerId,
        references: &[&str],
    ) -> Result<Vec<Option<OwnerId>>, OfficeError> {
        let mut found = Vec::with_capacity(references.len());
        for reference in references {
            found.push(self.owner_of(ledger, reference).await?);
        }
        Ok(found)
    }
}
