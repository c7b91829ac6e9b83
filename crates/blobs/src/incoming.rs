//! Where blobs are written before they have a place.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU64, Ordering},
};

use crate::folder;
use khen_eventlog::BlobId;

/// Numbers the unfinished files of this process, so that no two share a name.
static UNFINISHED: AtomicU64 = AtomicU64::new(0);

/// The folder `incoming/` and this process's share in it.
#[derive(Debug)]
pub(crate) struct Incoming {
    folder: PathBuf,
    /// Locked, shared, for as long as this process may write here; whoever gets the lock alone
    /// knows that no file here has a writer.
    _presence: File,
}

impl Incoming {
    pub(crate) fn open(root: &Path) -> io::Result<Self> {
        let folder = root.join("incoming");
        folder::make(&folder)?;
        let presence = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .mode(0o600)
            .open(root.join("incoming.lock"))?;
        match presence.try_lock() {
            Ok(()) => {
                sweep(&folder)?;
                presence.unlock()?;
            }
            Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
            Err(TryLockError::Error(error)) => return Err(error),
        }
        match presence.lock_shared() {
            Err(error) if error.kind() != io::ErrorKind::Unsupported => Err(error),
            Ok(()) | Err(_) => Ok(Self {
                folder,
                _presence: presence,
            }),
        }
    }

    /// Writes and flushes `bytes` under a name of their own.
    pub(crate) fn write(&self, id: &BlobId, bytes: &[u8]) -> io::Result<Unfinished> {
        let number = UNFINISHED.fetch_add(1, Ordering::Relaxed);
        let name = format!("{}.{}.{number}", id.as_str(), process::id());
        let path = self.folder.join(name);
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&path)?;
        let unfinished = Unfinished(path);
        file.write_all(bytes)?;
        file.sync_all()?;
        Ok(unfinished)
    }
}

/// A file in `incoming/`; it goes when this goes.
#[derive(Debug)]
pub(crate) struct Unfinished(PathBuf);

impl Unfinished {
    /// Gives the file its place, unless something is there.
    pub(crate) fn link_to(&self, place: &Path) -> io::Result<()> {
        fs::hard_link(&self.0, place)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // A leftover is harmless and the next sweep takes it.
        let _ = fs::remove_file(&self.0);
    }
}

fn sweep(folder: &Path) -> io::Result<()> {
    for leftover in fs::read_dir(folder)? {
        fs::remove_file(leftover?.path())?;
    }
    Ok(())
}
