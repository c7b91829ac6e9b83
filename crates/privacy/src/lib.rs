//! Seals personal values and documents under a key per owner.
//!
//! An owner is a person, or the stream that free text is about. A [`Vault`] makes one random
//! [`OwnerKey`] per owner, wraps it under the [`MasterKey`] and leaves it with the `KeyStore`
//! port. Values are sealed one by one into [`SealedValue`]s that lie in events; whole files go
//! through a [`FileVault`] into the `BlobStore` port. Erasing a person is [`Vault::destroy`]: the
//! bytes stay where they are and nobody can read them any more.
//!
//! | what | how it is made from its parents |
//! |---|---|
//! | owner's key, at rest | box under the master key, associated data `khen/owner-key/v1\n` ‖ ledger ‖ 0 ‖ owner |
//! | key of a value | HKDF-SHA256(owner's key, info = `khen/value-key/v1\n` ‖ 16 bytes of the value's id) |
//! | sealed value | box under the key of the value, associated data = ⟨ledger⟩⟨owner⟩⟨class⟩ |
//! | key that wraps file keys | HKDF-SHA256(owner's key, info = `khen/file-wrap/v1\n`) |
//! | file's key, at rest | box under the wrapping key, associated data = ⟨ledger⟩⟨owner⟩⟨SHA-256 of the clear bytes⟩ |
//! | file, at rest | box under the file's key, associated data as the line above |
//! | `nominee_ref` | first 16 bytes of HMAC-SHA256(owner's key, `khen/nominee-ref/v1\n` ‖ campaign) |
//! | `fact_ref` | first 16 bytes of HMAC-SHA256(owner's key, `khen/fact-ref/v1\n` ‖ year in decimal) |
//! | fingerprint of a command | HMAC-SHA256(HKDF-SHA256(authority's key, info = `khen/fingerprint/v1\n`), canonical body) |
//! | derived id | first 16 bytes of HMAC-SHA256(HKDF-SHA256(authority's key, info = `khen/derived-id/v1\n`), ⟨kind⟩⟨handle⟩) |
//!
//! A box is a random 24-byte nonce ‖ ciphertext ‖ 16-byte tag of XChaCha20-Poly1305. HKDF runs
//! with an empty salt and gives 32 bytes. ⟨x⟩ is the length of x in bytes as a big-endian 64-bit
//! number, then x, so that neighbours never run together. References and ids are lower-case
//! hexadecimal.
//!
//! # Promises
//!
//! - Without its owner's key a value, a file or a reference says nothing; with it, a box opens
//!   only for the ledger, owner and class that it was sealed for.
//! - A key of a value opens that value and nothing else, so it may be disclosed alone.
//! - Unwrapped keys live for one call: every call asks the `KeyStore` anew, so a key that another
//!   process destroyed is gone here too. Keys are zeroed when dropped and never shown by `Debug`.
//! - Two references of one person cannot be tied to each other without that person's key.
//! - Nothing here names a database, a folder of files or an async runtime; the master key's file
//!   is the one thing that is read and written here.
//!
//! # Limits
//!
//! Bounds stand in [`limits`]. A box is as long as its clear text plus a constant: lengths are
//! not hidden. To open a disclosed value, a reader must also be told the name of its owner, which
//! is part of the associated data. Whoever holds the master key and the office reads everything
//! that is not destroyed.
//!
//! # See also
//!
//! `tests/promises` shows each promise kept and broken boxes refused.

mod cipher;
mod derive;
mod error;
mod files;
pub mod limits;
mod many;
mod master;
mod owner;
mod sealed;
mod value;
mod vault;

pub use error::PrivacyError;
pub use files::{FileVault, FileVaultParts, Kept};
pub use many::{Lead, OpenedValue, Opening};
pub use master::{MasterKey, MasterKeyError};
pub use owner::OwnerKey;
pub use sealed::{FieldClass, OwnerWord, SealedShapeError, SealedValue, ValueId};
pub use value::{ValueKey, open_with_value_key};
pub use vault::{ClearValue, Vault};
