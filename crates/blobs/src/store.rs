//! The port, over a folder.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use async_trait::async_trait;
use tokio::task;

use crate::{folder, incoming::Incoming};
use khen_eventlog::{BlobError, BlobId, BlobStore};

/// Blobs in a folder of the local machine.
#[derive(Debug, Clone)]
pub struct FolderBlobs(Arc<Folder>);

#[derive(Debug)]
struct Folder {
    root: PathBuf,
    incoming: Incoming,
}

impl FolderBlobs {
    /// Opens the folder, making it if it is not there, and clears what an earlier process left
    /// unfinished.
    ///
    /// # Errors
    /// [`BlobError::Unavailable`] when the folder cannot be made, locked or cleared.
    pub fn open(path: &Path) -> Result<Self, BlobError> {
        let open = || {
            folder::make(path)?;
            Ok(Folder {
                root: path.to_owned(),
                incoming: Incoming::open(path)?,
            })
        };
        open()
            .map(|folder| Self(Arc::new(folder)))
            .map_err(BlobError::Unavailable)
    }

    /// Does blocking work beside the runtime. A vanished caller does not stop it half-way.
    async fn beside<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Folder) -> Result<T, BlobError> + Send + 'static,
    ) -> Result<T, BlobError> {
        let folder = Arc::clone(&self.0);
        task::spawn_blocking(move || work(&folder))
            .await
            .unwrap_or_else(|error| Err(BlobError::Unavailable(io::Error::other(error))))
    }
}

#[async_trait]
impl BlobStore for FolderBlobs {
    async fn put(&self, id: &BlobId, bytes: &[u8]) -> Result<(), BlobError> {
        let (id, bytes) = (id.clone(), bytes.to_owned());
        self.beside(move |folder| folder.put(&id, &bytes)).await
    }

    async fn get(&self, id: &BlobId) -> Result<Option<Vec<u8>>, BlobError> {
        let id = id.clone();
        self.beside(move |folder| folder.get(&id)).await
    }

    async fn remove(&self, id: &BlobId) -> Result<(), BlobError> {
        let id = id.clone();
        self.beside(move |folder| folder.remove(&id)).await
    }
}

impl Folder {
    fn put(&self, id: &BlobId, bytes: &[u8]) -> Result<(), BlobError> {
        let place = self.place(id);
        let unfinished = self
            .incoming
            .write(id, bytes)
            .and_then(|unfinished| folder::make(&place.row).map(|()| unfinished))
            .map_err(BlobError::Unavailable)?;
        unfinished.link_to(&place.file).map_err(|error| {
            if error.kind() == io::ErrorKind::AlreadyExists {
                BlobError::Taken
            } else {
                BlobError::Unavailable(error)
            }
        })?;
        self.flush(&place).map_err(|error| {
            // The caller hears that nothing is kept, so nothing may stay.
            let _ = fs::remove_file(&place.file);
            BlobError::Unavailable(error)
        })
    }

    fn get(&self, id: &BlobId) -> Result<Option<Vec<u8>>, BlobError> {
        match fs::read(self.place(id).file) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(BlobError::Unavailable(error)),
        }
    }

    fn remove(&self, id: &BlobId) -> Result<(), BlobError> {
        let place = self.place(id);
        match fs::remove_file(&place.file) {
            Ok(()) => folder::flush(&place.row).map_err(BlobError::Unavailable),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(BlobError::Unavailable(error)),
        }
    }

    /// Flushes every folder on the way to the place, even those found there: whoever made them
    /// may have stopped before flushing them.
    fn flush(&self, place: &Place) -> io::Result<()> {
        folder::flush(&place.row)?;
        folder::flush(&place.aisle)?;
        folder::flush(&self.root)
    }

    fn place(&self, id: &BlobId) -> Place {
        let digits = id.as_str();
        let aisle = self.root.join(&digits[..2]);
        let row = aisle.join(&digits[2..4]);
        let file = row.join(digits);
        Place { aisle, row, file }
    }
}

/// Where a blob lies: `ab/`, `ab/cd/`, `ab/cd/abcd…`.
struct Place {
    aisle: PathBuf,
    row: PathBuf,
    file: PathBuf,
}
