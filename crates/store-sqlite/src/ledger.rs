//! Keeps ledgers in `ledger.db`.

mod batch;
mod commands;
mod committer;
mod memory;
mod names;
mod read;
mod restore;
mod row;

use std::{path::Path, sync::Arc};

use async_trait::async_trait;
use rusqlite::Connection;
use tracing::instrument;

pub use self::restore::SqliteRestore;
use self::{
    committer::{Committer, Work},
    names::Names,
};
use crate::{
    OpenError,
    connection::{Purpose, open_writer},
    fault::Fault,
    readers::Readers,
};
use khen_ambient::Clock;
use khen_eventlog::{
    Append, AppendError, CommandId, EventFeed, EventStore, Ledger, LedgerId, Place, Position,
    ReadError, Receipt, RecordedEvent, StreamName, Version, seat::LedgerNo,
};

/// All ledgers of a folder. Dropping it finishes what waits, then closes the file.
pub struct SqliteLedger {
    committer: Committer,
    readers: Readers,
    names: Names,
}

impl SqliteLedger {
    /// Opens `ledger.db` in `folder`, making both where they are missing; `clock` says when events
    /// are recorded.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open(folder: &Path, clock: Arc<dyn Clock>) -> Result<Self, OpenError> {
        let writer = open_writer(folder, Purpose::Ledger)?;
        let started = Committer::start(writer, clock);
        let committer = started.map_err(|source| OpenError::Committer {
            folder: folder.to_owned(),
            source,
        })?;
        Ok(Self {
            committer,
            readers: Readers::new(Purpose::Ledger.file(folder)),
            names: Names::default(),
        })
    }

    /// Reads a little of one ledger, in a transaction of its own.
    async fn glance<T>(
        &self,
        ledger: &LedgerId,
        read: impl FnOnce(&Connection, LedgerNo) -> Result<T, Fault> + Send,
    ) -> Result<T, ReadError> {
        let looked = self.readers.glance(|connection| {
            let found = read::find_ledger(connection, ledger)?;
            found
                .map(|found| read(connection, found.ledger_no))
                .transpose()
        });
        looked.await?.ok_or_else(|| ReadError::NoLedger {
            ledger: ledger.clone(),
        })
    }

    /// Reads much of one ledger, in a transaction of its own.
    async fn read<T, F>(&self, ledger: &LedgerId, read: F) -> Result<T, ReadError>
    where
        T: Send + 'static,
        F: FnOnce(&Connection, LedgerNo) -> Result<T, Fault> + Send + 'static,
    {
        let id = ledger.clone();
        let reading = self.readers.read(move |connection| {
            let found = read::find_ledger(connection, &id)?;
            found
                .map(|found| read(connection, found.ledger_no))
                .transpose()
        });
        reading.await?.ok_or_else(|| ReadError::NoLedger {
            ledger: ledger.clone(),
        })
    }
}

#[async_trait]
impl EventStore for SqliteLedger {
    async fn create_ledger(&self, ledger: &LedgerId, source: &str) -> Result<(), AppendError> {
        let work = Work::CreateLedger {
            ledger: ledger.clone(),
            source: source.to_owned(),
        };
        self.committer.carry_out(work).await.map(|_| ())
    }

    #[instrument(
        name = "log.events.append",
        skip_all,
        fields(
            otel.kind = "client",
            db.system.name = "sqlite",
            db.operation.name = "append",
            db.collection.name = "event",
            batch.event_count = append.events().len().cast_signed(),
        )
    )]
    async fn append(&self, append: Append) -> Result<Receipt, AppendError> {
        self.committer.carry_out(Work::Append(append)).await
    }

    async fn read_stream(
        &self,
        ledger: &LedgerId,
        stream: &StreamName,
        after: Version,
        limit: usize,
    ) -> Result<Vec<RecordedEvent>, ReadError> {
        self.glance(ledger, |connection, ledger| {
            read::read_stream(connection, ledger, stream, after, limit)
        })
        .await
    }

    async fn versions(
        &self,
        ledger: &LedgerId,
        streams: &[StreamName],
    ) -> Result<Vec<Version>, ReadError> {
        self.glance(ledger, |connection, ledger| {
            let versions = streams.iter().map(|stream| {
                let found = read::find_stream(connection, ledger, stream)?;
                Ok(found.map_or(Version::NONE, |found| found.version))
            });
            versions.collect()
        })
        .await
    }

    async fn read_command(
        &self,
        ledger: &LedgerId,
        command: CommandId,
    ) -> Result<Vec<RecordedEvent>, ReadError> {
        self.glance(ledger, |connection, ledger| {
            read::read_command(connection, ledger, command)
        })
        .await
    }
}

#[async_trait]
impl EventFeed for SqliteLedger {
    async fn read_from(
        &self,
        ledger: &LedgerId,
        from: Position,
        limit: usize,
    ) -> Result<Vec<RecordedEvent>, ReadError> {
        let names = self.names.clone();
        self.read(ledger, move |connection, ledger| {
            read::read_from((connection, &names), ledger, from, limit)
        })
        .await
    }

    async fn first_events(
        &self,
        ledger: &LedgerId,
        streams: &[StreamName],
    ) -> Result<Vec<RecordedEvent>, ReadError> {
        let streams = streams.to_vec();
        self.read(ledger, move |connection, ledger| {
            read::first_events(connection, ledger, &streams)
        })
        .await
    }

    async fn places(
        &self,
        ledger: &LedgerId,
        kind: &str,
        from: Position,
    ) -> Result<Vec<Place>, ReadError> {
        let kind = kind.to_owned();
        self.read(ledger, move |connection, ledger| {
            read::places(connection, ledger, &kind, from)
        })
        .await
    }

    async fn ledgers(&self) -> Result<Vec<Ledger>, ReadError> {
        Ok(self.readers.read(read::list_ledgers).await?)
    }

    async fn ledger(&self, ledger: &LedgerId) -> Result<Option<Ledger>, ReadError> {
        let id = ledger.clone();
        let reading = self.readers.read(move |connection| {
            let Some(found) = read::find_ledger(connection, &id)? else {
                return Ok(None);
            };
            let (size, last_recorded) = read::end(connection, found.ledger_no)?;
            Ok(Some(Ledger {
                id,
                source: found.source,
                size,
                last_recorded,
            }))
        });
        Ok(reading.await?)
    }
}
