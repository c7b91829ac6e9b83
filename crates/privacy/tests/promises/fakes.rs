//! An office and a storage that live in memory.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use async_trait::async_trait;

use khen_eventlog::{
    BlobError, BlobId, BlobStore, FileIndex, FileRecord, KeyRecord, KeyStore, LedgerId,
    OfficeError, OwnerId, WrappedKey,
};

type Owned = (LedgerId, OwnerId);

#[derive(Default)]
pub(crate) struct Office {
    pub(crate) keys: Mutex<BTreeMap<Owned, KeyRecord>>,
    references: Mutex<BTreeMap<(LedgerId, String), OwnerId>>,
    files: Mutex<Vec<(LedgerId, FileRecord)>>,
    pub(crate) blobs: Mutex<BTreeMap<BlobId, Vec<u8>>>,
}

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn owned(ledger: &LedgerId, owner: &OwnerId) -> Owned {
    (ledger.clone(), owner.clone())
}

#[async_trait]
impl KeyStore for Office {
    async fn key(
        &self,
        ledger: &LedgerId,
        owner: &OwnerId,
    ) -> Result<Option<KeyRecord>, OfficeError> {
        Ok(lock(&self.keys).get(&owned(ledger, owner)).cloned())
    }

    async fn keep_key(
        &self,
        ledger: &LedgerId,
        owner: &OwnerId,
        key: WrappedKey,
    ) -> Result<KeyRecord, OfficeError> {
        let mut keys = lock(&self.keys);
        let stands = keys
            .entry(owned(ledger, owner))
            .or_insert(KeyRecord::Held(key));
        Ok(stands.clone())
    }

    async fn destroy_key(&self, ledger: &LedgerId, owner: &OwnerId) -> Result<(), OfficeError> {
        lock(&self.keys).insert(owned(ledger, owner), KeyRecord::Destroyed);
        lock(&self.references).retain(|(of, _), to| (of, &*to) != (ledger, owner));
        Ok(())
    }

    async fn keep_reference(
        &self,
        ledger: &LedgerId,
        reference: &str,
        owner: &OwnerId,
    ) -> Result<(), OfficeError> {
        lock(&self.references).insert((ledger.clone(), reference.to_owned()), owner.clone());
        Ok(())
    }

    async fn owner_of(
        &self,
        ledger: &LedgerId,
        reference: &str,
    ) -> Result<Option<OwnerId>, OfficeError> {
        let key = (ledger.clone(), reference.to_owned());
        Ok(lock(&self.references).get(&key).cloned())
    }
}

#[async_trait]
impl FileIndex for Office {
    async fn keep_file(
        &self,
        ledger: &LedgerId,
        file: FileRecord,
    ) -> Result<FileRecord, OfficeError> {
        let mut files = lock(&self.files);
        let first = files.iter().find(|(of, known)| {
            (of, &known.owner, known.sha256) == (ledger, &file.owner, file.sha256)
        });
        if let Some((_, first)) = first {
            return Ok(first.clone());
        }
        files.push((ledger.clone(), file.clone()));
        Ok(file)
    }

    async fn files(
        &self,
        ledger: &LedgerId,
        sha256: &[u8; 32],
    ) -> Result<Vec<FileRecord>, OfficeError> {
        let files = lock(&self.files);
        let wanted = files
            .iter()
            .filter(|(of, file)| (of, &file.sha256) == (ledger, sha256));
        Ok(wanted.map(|(_, file)| file.clone()).collect())
    }
}

#[async_trait]
impl BlobStore for Office {
    async fn put(&self, id: &BlobId, bytes: &[u8]) -> Result<(), BlobError> {
        // The lock is not held while others get their turn, as with a real storage.
        tokio::task::yield_now().await;
        match lock(&self.blobs).insert(id.clone(), bytes.to_owned()) {
            None => Ok(()),
            Some(_) => Err(BlobError::Taken),
        }
    }

    async fn get(&self, id: &BlobId) -> Result<Option<Vec<u8>>, BlobError> {
        Ok(lock(&self.blobs).get(id).cloned())
    }

    async fn remove(&self, id: &BlobId) -> Result<(), BlobError> {
        lock(&self.blobs).remove(id);
        Ok(())
    }
}
