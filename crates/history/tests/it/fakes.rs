//! A ledger and an office that live in memory.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use async_trait::async_trait;

use khen_eventlog::{
    Append, AppendError, CommandId, EventFeed, EventStore, KeyRecord, KeyStore, LedgerId,
    OfficeError, OwnerId, Place, Position, ReadError, Receipt, RecordedEvent, StreamName, Version,
    WrappedKey,
};

/// Events that were put there; nothing is appended.
#[derive(Default)]
pub(crate) struct Ledger(pub(crate) Mutex<Vec<RecordedEvent>>);

#[derive(Default)]
pub(crate) struct Office {
    keys: Mutex<BTreeMap<OwnerId, KeyRecord>>,
    references: Mutex<BTreeMap<String, OwnerId>>,
}

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn read_only() -> AppendError {
    AppendError::Unavailable("this ledger is only read".into())
}

#[async_trait]
impl EventStore for Ledger {
    async fn create_ledger(&self, _: &LedgerId, _: &str) -> Result<(), AppendError> {
        Err(read_only())
    }

    async fn append(&self, _: Append) -> Result<Receipt, AppendError> {
        Err(read_only())
    }

    async fn read_stream(
        &self,
        _: &LedgerId,
        stream: &StreamName,
        after: Version,
        limit: usize,
    ) -> Result<Vec<RecordedEvent>, ReadError> {
        let events = lock(&self.0);
        let wanted = events
            .iter()
            .filter(|event| event.stream == *stream && event.version > after);
        Ok(wanted.take(limit).cloned().collect())
    }

    async fn versions(
        &self,
        _: &LedgerId,
        streams: &[StreamName],
    ) -> Result<Vec<Version>, ReadError> {
        let events = lock(&self.0);
        let version = |stream: &StreamName| {
            let last = events.iter().rfind(|event| event.stream == *stream);
            last.map_or(Version::NONE, |event| event.version)
        };
        Ok(streams.iter().map(version).collect())
    }

    async fn read_command(
        &self,
        _: &LedgerId,
        command: CommandId,
    ) -> Result<Vec<RecordedEvent>, ReadError> {
        let events = lock(&self.0);
        Ok(events
            .iter()
            .filter(|event| event.command == command)
            .cloned()
            .collect())
    }
}

#[async_trait]
impl EventFeed for Ledger {
    async fn read_from(
        &self,
        _: &LedgerId,
        from: Position,
        limit: usize,
    ) -> Result<Vec<RecordedEvent>, ReadError> {
        let events = lock(&self.0);
        let wanted = events.iter().filter(|event| event.position >= from);
        // Pages of two: whoever reads must ask again.
        Ok(wanted.take(limit.min(2)).cloned().collect())
    }

    async fn first_events(
        &self,
        _: &LedgerId,
        streams: &[StreamName],
    ) -> Result<Vec<RecordedEvent>, ReadError> {
        let events = lock(&self.0);
        let firsts = events.iter().filter(|event| event.version == Version(1));
        let wanted = firsts.filter(|event| streams.contains(&event.stream));
        Ok(wanted.cloned().collect())
    }

    async fn places(
        &self,
        _: &LedgerId,
        kind: &str,
        from: Position,
    ) -> Result<Vec<Place>, ReadError> {
        let events = lock(&self.0);
        let after = events.iter().filter(|event| event.position >= from);
        let of_kind = after.filter(|event| event.stream.kind() == kind);
        let place = |event: &RecordedEvent| Place {
            position: event.position,
            event_type: event.event_type.clone(),
        };
        Ok(of_kind.map(place).collect())
    }

    async fn ledgers(&self) -> Result<Vec<khen_eventlog::Ledger>, ReadError> {
        Ok(Vec::new())
    }

    async fn ledger(&self, _: &LedgerId) -> Result<Option<khen_eventlog::Ledger>, ReadError> {
        Ok(None)
    }
}

#[async_trait]
impl KeyStore for Office {
    async fn key(&self, _: &LedgerId, owner: &OwnerId) -> Result<Option<KeyRecord>, OfficeError> {
        Ok(lock(&self.keys).get(owner).cloned())
    }

    async fn keep_key(
        &self,
        _: &LedgerId,
        owner: &OwnerId,
        key: WrappedKey,
    ) -> Result<KeyRecord, OfficeError> {
        let mut keys = lock(&self.keys);
        let stands = keys.entry(owner.clone()).or_insert(KeyRecord::Held(key));
        Ok(stands.clone())
    }

    async fn destroy_key(&self, _: &LedgerId, owner: &OwnerId) -> Result<(), OfficeError> {
        lock(&self.keys).insert(owner.clone(), KeyRecord::Destroyed);
        lock(&self.references).retain(|_, to| to != owner);
        Ok(())
    }

    async fn keep_reference(
        &self,
        _: &LedgerId,
        reference: &str,
        owner: &OwnerId,
    ) -> Result<(), OfficeError> {
        lock(&self.references).insert(reference.to_owned(), owner.clone());
        Ok(())
    }

    async fn owner_of(
        &self,
        _: &LedgerId,
        reference: &str,
    ) -> Result<Option<OwnerId>, OfficeError> {
        Ok(lock(&self.references).get(reference).cloned())
    }
}
