//! Encrypted files. Storage knows a random id and ciphertext, nothing else.

use async_trait::async_trait;
use thiserror::Error;

/// The random name of a stored file: 32 lower-case hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlobId(String);

impl BlobId {
    /// The id made of these random bytes.
    #[must_use]
    pub fn from_random(bytes: [u8; 16]) -> Self {
        Self(hex::encode(bytes))
    }

    /// `None` unless the text is 32 lower-case hexadecimal digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        (text.len() == 32 && text.bytes().all(is_hex)).then(|| Self(text.to_owned()))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why a file could not be kept or read.
#[derive(Debug, Error)]
pub enum BlobError {
    /// The id is taken; ids are random, so this is a mistake of the caller.
    #[error("a file with this id is kept already")]
    Taken,
    /// The storage could not be reached or could not write.
    #[error("the file storage is unavailable")]
    Unavailable(#[source] std::io::Error),
}

/// Keeps files that are encrypted already.
#[async_trait]
pub trait BlobStore: Send + Sync {
    /// Keeps a file whole or not at all; once it answers, the file survives a power loss.
    ///
    /// # Errors
    /// [`BlobError`].
    async fn put(&self, id: &BlobId, bytes: &[u8]) -> Result<(), BlobError>;

    /// The file, or `None`.
    ///
    /// # Errors
    /// [`BlobError`].
    async fn get(&self, id: &BlobId) -> Result<Option<Vec<u8>>, BlobError>;

    /// Removes the file; asking again changes nothing.
    ///
    /// # Errors
    /// [`BlobError`].
    async fn remove(&self, id: &BlobId) -> Result<(), BlobError>;
}
