//! Which stored file holds which clear bytes, and under whose key.

use async_trait::async_trait;

use crate::{BlobId, LedgerId, OfficeError, OwnerId, WrappedKey};

/// What the office knows of an uploaded file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRecord {
    /// SHA-256 of the clear bytes, as the ledger holds it.
    pub sha256: [u8; 32],
    /// Where the ciphertext lies.
    pub blob: BlobId,
    /// Whose key wraps the file's key.
    pub owner: OwnerId,
    /// The file's key, wrapped under the owner's key.
    pub key: WrappedKey,
    /// The media type found in the bytes.
    pub media_type: String,
    /// Clear bytes.
    pub size: u64,
}

/// Finds uploaded files by the hash of their clear bytes.
#[async_trait]
pub trait FileIndex: Send + Sync {
    /// Keeps the record unless this owner already has these bytes; answers with what stands.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn keep_file(
        &self,
        ledger: &LedgerId,
        file: FileRecord,
    ) -> Result<FileRecord, OfficeError>;

    /// The files with this hash, one per owner.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn files(
        &self,
        ledger: &LedgerId,
        sha256: &[u8; 32],
    ) -> Result<Vec<FileRecord>, OfficeError>;
}
