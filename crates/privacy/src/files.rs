//! Whole files under the key of their owner.

use std::{fmt, sync::Arc};

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::{
    OwnerKey, PrivacyError, Vault,
    cipher::{self, Closed},
    error::bounded,
    limits::{FILE_BYTES_MAX, KEY_BYTES, MEDIA_TYPE_BYTES_MAX},
};
use khen_eventlog::{
    BlobError, BlobId, BlobStore, FileIndex, FileRecord, LedgerId, OwnerId, WrappedKey,
};

/// What a [`FileVault`] is made of.
pub struct FileVaultParts {
    /// Keys of owners.
    pub vault: Vault,
    /// Where ciphertext lies.
    pub blobs: Arc<dyn BlobStore>,
    /// Which ciphertext is which file.
    pub index: Arc<dyn FileIndex>,
}

/// Keeps files sealed, one key per file, each wrapped under its owner's key.
#[derive(Clone)]
pub struct FileVault {
    vault: Vault,
    blobs: Arc<dyn BlobStore>,
    index: Arc<dyn FileIndex>,
}

/// What came of keeping a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// The owner has these bytes now.
    New(FileRecord),
    /// The owner had these bytes already; nothing was written.
    Known(FileRecord),
    /// The storage had lost or damaged what the owner had; it is whole again.
    Mended(FileRecord),
}

impl FileVault {
    /// A vault of these parts.
    #[must_use]
    pub fn new(parts: FileVaultParts) -> Self {
        let FileVaultParts {
            vault,
            blobs,
            index,
        } = parts;
        Self {
            vault,
            blobs,
            index,
        }
    }

    /// Keeps a file of an owner who has a key. An owner has the same bytes once: again, they mend
    /// what the storage has lost and are otherwise not kept.
    ///
    /// The ciphertext is durable before the index names it. A crash between the two leaves
    /// ciphertext whose key exists nowhere; it can never be read.
    ///
    /// # Errors
    /// [`PrivacyError::NoKey`], [`PrivacyError::TooLong`], [`PrivacyError::Blobs`],
    /// [`PrivacyError::Closed`] when the record of known bytes was changed, or as
    /// [`Vault::owner_key`].
    pub async fn keep(
        &self,
        ledger: &LedgerId,
        owner: &OwnerId,
        media_type: &str,
        bytes: &[u8],
    ) -> Result<Kept, PrivacyError> {
        bounded("file", bytes.len(), FILE_BYTES_MAX)?;
        bounded("media type", media_type.len(), MEDIA_TYPE_BYTES_MAX)?;
        let key = self.vault.required_key(ledger, owner).await?;
        let sha256: [u8; 32] = Sha256::digest(bytes).into();
        let known = self.index.files(ledger, &sha256).await?;
        if let Some(first) = known.into_iter().find(|file| file.owner == *owner) {
            return self.known_or_mended(ledger, &key, first, bytes).await;
        }
        let (wrapped, ciphertext) = self.seal(&key, &associated(ledger, owner, &sha256), bytes);
        let file = FileRecord {
            sha256,
            blob: BlobId::from_random(self.vault.chance().bytes()),
            owner: owner.clone(),
            key: wrapped,
            media_type: media_type.to_owned(),
            size: bytes.len() as u64,
        };
        self.put_and_index(ledger, file, &ciphertext).await
    }

    /// The clear bytes of a file, equal in hash to what the ledger holds.
    ///
    /// # Errors
    /// [`PrivacyError::FileMissing`], [`PrivacyError::Closed`], [`PrivacyError::Blobs`],
    /// [`PrivacyError::NoKey`], or as [`Vault::owner_key`].
    pub async fn open(
        &self,
        ledger: &LedgerId,
        file: &FileRecord,
    ) -> Result<Vec<u8>, PrivacyError> {
        let key = self.vault.required_key(ledger, &file.owner).await?;
        let associated = associated(ledger, &file.owner, &file.sha256);
        let file_key = unwrap(&key, &associated, &file.key)?;
        let ciphertext = self
            .blobs
            .get(&file.blob)
            .await?
            .ok_or(PrivacyError::FileMissing)?;
        let mut clear = cipher::open(&file_key, &associated, &ciphertext)
            .map_err(|Closed| PrivacyError::Closed)?;
        // The hash is part of what was authenticated; this checks that it was true when sealed.
        if Sha256::digest(&clear).as_slice() != file.sha256 {
            return Err(PrivacyError::Closed);
        }
        Ok(std::mem::take(&mut *clear))
    }

    /// Reads what is known, and puts it there again if it cannot be read.
    async fn known_or_mended(
        &self,
        ledger: &LedgerId,
        key: &OwnerKey,
        file: FileRecord,
        bytes: &[u8],
    ) -> Result<Kept, PrivacyError> {
        let associated = associated(ledger, &file.owner, &file.sha256);
        // What the record says stays true, so the file gets its own key and its own name again.
        let file_key = unwrap(key, &associated, &file.key)?;
        match self.open(ledger, &file).await {
            Ok(_) => return Ok(Kept::Known(file)),
            Err(PrivacyError::FileMissing) => {}
            Err(PrivacyError::Closed) => self.blobs.remove(&file.blob).await?,
            Err(error) => return Err(error),
        }
        let ciphertext = cipher::seal(&file_key, &associated, bytes, self.vault.chance());
        match self.blobs.put(&file.blob, &ciphertext).await {
            // Taken: the same bytes came twice at once, and the others were faster.
            Ok(()) | Err(BlobError::Taken) => Ok(Kept::Mended(file)),
            Err(error) => Err(error.into()),
        }
    }

    fn seal(&self, key: &OwnerKey, associated: &[u8], bytes: &[u8]) -> (WrappedKey, Vec<u8>) {
        let chance = self.vault.chance();
        let file_key: Zeroizing<[u8; KEY_BYTES]> = Zeroizing::new(chance.bytes());
        let wrapped = cipher::seal(&key.file_wrap(), associated, file_key.as_slice(), chance);
        let ciphertext = cipher::seal(&file_key, associated, bytes, chance);
        (WrappedKey(wrapped), ciphertext)
    }

    async fn put_and_index(
        &self,
        ledger: &LedgerId,
        file: FileRecord,
        ciphertext: &[u8],
    ) -> Result<Kept, PrivacyError> {
        let ours = file.blob.clone();
        self.blobs.put(&ours, ciphertext).await?;
        // If the index gives no answer, it may still have kept the record: the blob stays.
        let stands = self.index.keep_file(ledger, file).await?;
        if stands.blob == ours {
            return Ok(Kept::New(stands));
        }
        self.blobs.remove(&ours).await?;
        Ok(Kept::Known(stands))
    }
}

fn unwrap(
    key: &OwnerKey,
    associated: &[u8],
    wrapped: &WrappedKey,
) -> Result<Zeroizing<[u8; KEY_BYTES]>, PrivacyError> {
    let bytes = cipher::open(&key.file_wrap(), associated, &wrapped.0)
        .map_err(|Closed| PrivacyError::Closed)?;
    let key = bytes
        .as_slice()
        .try_into()
        .map_err(|_| PrivacyError::Closed)?;
    Ok(Zeroizing::new(key))
}

fn associated(ledger: &LedgerId, owner: &OwnerId, sha256: &[u8; 32]) -> Vec<u8> {
    cipher::length_prefixed(&[ledger.as_str().as_bytes(), owner.0.as_bytes(), sha256])
}

impl fmt::Debug for FileVault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FileVault").finish_non_exhaustive()
    }
}

impl fmt::Debug for FileVaultParts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FileVaultParts").finish_non_exhaustive()
    }
}
