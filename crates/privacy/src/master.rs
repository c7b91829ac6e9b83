//! The master key: the one secret that the operator keeps.

use std::{
    fmt,
    fs::{File, OpenOptions},
    io::{self, Read, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use base64::{Engine, engine::general_purpose::STANDARD};
use thiserror::Error;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::limits::KEY_BYTES;
use khen_ambient::Chance;

/// Bytes of a master key's file: 32 bytes in base64 and a line feed.
const FILE_BYTES: usize = 45;

/// Wraps the keys of owners. Its file holds 32 random bytes in base64 and a line feed.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct MasterKey([u8; KEY_BYTES]);

/// Why there is no master key.
#[derive(Debug, Error)]
pub enum MasterKeyError {
    /// A file is there already. It is never overwritten: that would destroy all owners' keys.
    #[error("{} exists already and is not overwritten", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// The file is not a master key.
    #[error("{} is not 32 bytes in base64 and a line feed", path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
    },
    /// The file could not be read.
    #[error("could not read the master key {}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The file could not be written; nothing is left of it.
    #[error("could not write the master key {}", path.display())]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

impl MasterKey {
    /// Reads the key from its file. The line feed at the end may be missing, as secret stores
    /// tend to drop it.
    ///
    /// # Errors
    /// [`MasterKeyError::Unreadable`] or [`MasterKeyError::Malformed`].
    pub fn load(path: &Path) -> Result<Self, MasterKeyError> {
        let mut text = Zeroizing::new(Vec::with_capacity(FILE_BYTES + 1));
        File::open(path)
            .and_then(|file| file.take(FILE_BYTES as u64 + 1).read_to_end(&mut text))
            .map_err(|source| MasterKeyError::Unreadable {
                path: path.to_owned(),
                source,
            })?;
        Self::parse(&text).ok_or_else(|| MasterKeyError::Malformed {
            path: path.to_owned(),
        })
    }

    /// Makes a key and its file, readable by its user alone; it survives a power loss.
    ///
    /// # Errors
    /// [`MasterKeyError::Exists`] or [`MasterKeyError::Unwritable`].
    pub fn create(path: &Path, chance: &dyn Chance) -> Result<Self, MasterKeyError> {
        let key = Self(chance.bytes());
        let mut text = Zeroizing::new(STANDARD.encode(key.0));
        text.push('\n');
        write_new(path, text.as_bytes()).map_err(|source| {
            let path = path.to_owned();
            if source.kind() == io::ErrorKind::AlreadyExists {
                MasterKeyError::Exists { path }
            } else {
                MasterKeyError::Unwritable { path, source }
            }
        })?;
        Ok(key)
    }

    pub(crate) fn bytes(&self) -> &[u8; KEY_BYTES] {
        &self.0
    }

    fn parse(text: &[u8]) -> Option<Self> {
        let digits = text.strip_suffix(b"\n").unwrap_or(text);
        let bytes = Zeroizing::new(STANDARD.decode(digits).ok()?);
        let mut key = Self([0; KEY_BYTES]);
        (bytes.len() == KEY_BYTES).then(|| {
            key.0.copy_from_slice(&bytes);
            key
        })
    }
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    let written = file
        .write_all(bytes)
        .and_then(|()| file.sync_all())
        .and_then(|()| File::open(folder_of(path))?.sync_all());
    if written.is_err() {
        // A half-written key would stand in the way of the next try.
        std::fs::remove_file(path)?;
    }
    written
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        Some(_) | None => Path::new("."),
    }
}

impl fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MasterKey(REDACTED)")
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;
    use khen_ambient::SeededChance;

    #[test]
    fn a_key_is_read_back_from_a_file_that_only_its_user_reads() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("master.key");
        let made = MasterKey::create(&path, &SeededChance::new(1)).unwrap();
        assert_eq!(MasterKey::load(&path).unwrap().bytes(), made.bytes());
        let metadata = std::fs::metadata(&path).unwrap();
        assert_eq!(metadata.permissions().mode() & 0o777, 0o600);
        assert_eq!(metadata.len(), FILE_BYTES as u64);
    }

    #[test]
    fn a_key_is_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("master.key");
        let first = MasterKey::create(&path, &SeededChance::new(1)).unwrap();
        let second = MasterKey::create(&path, &SeededChance::new(2));
        assert!(matches!(second, Err(MasterKeyError::Exists { .. })));
        assert_eq!(MasterKey::load(&path).unwrap().bytes(), first.bytes());
    }

    #[test]
    fn a_file_that_is_not_a_key_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("master.key");
        assert!(matches!(
            MasterKey::load(&path),
            Err(MasterKeyError::Unreadable { .. })
        ));
        let key = STANDARD.encode([7; 32]);
        for wrong in [
            "",
            "\n",
            "AAAA\n",
            &format!("{key}\n\n"),
            &format!(" {key}"),
        ] {
            std::fs::write(&path, wrong).unwrap();
            let loaded = MasterKey::load(&path);
            assert!(
                matches!(loaded, Err(MasterKeyError::Malformed { .. })),
                "{wrong:?}"
            );
        }
        std::fs::write(&path, key).unwrap();
        assert_eq!(MasterKey::load(&path).unwrap().bytes(), &[7; 32]);
    }

    #[test]
    fn a_key_is_not_shown() {
        let key = MasterKey([0xab; 32]);
        assert_eq!(format!("{key:?}"), "MasterKey(REDACTED)");
    }
}
