//! Keeps ledgers in the schema `ledger`.

mod alone;
mod attempt;
mod batch;
mod columns;
mod committer;
mod connection;
mod directory;
mod listing;
mod look;
mod memory;
mod names;
mod read;
mod restore;
mod row;
mod turn;
mod writer;

use std::sync::Arc;

use async_trait::async_trait;
use tracing::instrument;

pub use self::restore::PostgresRestore;
use self::{committer::Committer, directory::Directory, listing::Listing, names::Names};
use crate::{Database, limits::COMMITTER_COUNT, readers::Readers, session::Purpose};
use khen_ambient::Clock;
use khen_eventlog::{
    Append, AppendError, CommandId, EventFeed, EventStore, Ledger, LedgerId, Place, Position,
    ReadError, Receipt, RecordedEvent, StreamName, Version, seat::LedgerNo,
};

/// All ledgers of a database. What has entered is finished after it is dropped.
pub struct PostgresLedger {
    committers: Vec<Committer>,
    readers: Readers,
    directory: Arc<Directory>,
    names: Names,
    listing: Listing,
}

impl PostgresLedger {
    /// The ledgers of `database`, whose tables are there; `clock` says when events are recorded. Call it
    /// inside a runtime, which the committers then live in.
    #[must_use]
    pub fn open(database: &Database, clock: &Arc<dyn Clock>) -> Self {
        let readers = Readers::new(database, Purpose::Reader);
        let directory = Arc::new(Directory::new(database, readers.clone()));
        let start = |_| {
            let directory = Arc::clone(&directory);
            Committer::start(database.clone(), directory, Arc::clone(clock))
        };
        Self {
            committers: (0..COMMITTER_COUNT).map(start).collect(),
            directory,
            names: Names::new(database),
            listing: Listing::default(),
            readers,
        }
    }

    async fn number(&self, ledger: &LedgerId) -> Result<LedgerNo, ReadError> {
        let found = self.directory.find(ledger).await?;
        let found = found.ok_or_else(|| ReadError::NoLedger {
            ledger: ledger.clone(),
        })?;
        Ok(found.ledger_no)
    }

    /// A ledger is always written by the same committer of a process, which therefore remembers it.
    fn committer(&self, ledger: &LedgerId) -> &Committer {
        let letters = ledger.as_str().bytes();
        let sum = letters.fold(0_usize, |sum, letter| {
            sum.wrapping_mul(31).wrapping_add(usize::from(letter))
        });
        &self.committers[sum % self.committers.len()]
    }
}

#[async_trait]
impl EventStore for PostgresLedger {
    async fn create_ledger(&self, ledger: &LedgerId, source: &str) -> Result<(), AppendError> {
        Ok(self.directory.create(ledger, source).await?)
    }

    #[instrument(
        name = "log.events.append",
        skip_all,
        fields(
            otel.kind = "client",
            db.system.name = "postgresql",
            db.operation.name = "append",
            db.collection.name = "event",
            batch.event_count = append.events().len().cast_signed(),
        )
    )]
    async fn append(&self, append: Append) -> Result<Receipt, AppendError> {
        self.committer(append.ledger()).carry_out(append).await
    }

    async fn read_stream(
        &self,
        ledger: &LedgerId,
        stream: &StreamName,
        after: Version,
        limit: usize,
    ) -> Result<Vec<RecordedEvent>, ReadError> {
        let ledger = self.number(ledger).await?;
        Ok(read::read_stream(&self.readers, (ledger, stream), after, limit).await?)
    }

    async fn versions(
        &self,
        ledger: &LedgerId,
        streams: &[StreamName],
    ) -> Result<Vec<Version>, ReadError> {
        let ledger = self.number(ledger).await?;
        Ok(read::versions(&self.readers, ledger, streams).await?)
    }

    async fn read_command(
        &self,
        ledger: &LedgerId,
        command: CommandId,
    ) -> Result<Vec<RecordedEvent>, ReadError> {
        let ledger = self.number(ledger).await?;
        let Some(first) = read::find_command(&self.readers, ledger, command).await? else {
            return Ok(Vec::new());
        };
        Ok(read::read_command(&self.readers, ledger, command, first).await?)
    }
}

#[async_trait]
impl EventFeed for PostgresLedger {
    async fn read_from(
        &self,
        ledger: &LedgerId,
        from: Position,
        limit: usize,
    ) -> Result<Vec<RecordedEvent>, ReadError> {
        let ledger = self.number(ledger).await?;
        Ok(read::read_from((&self.readers, &self.names), ledger, from, limit).await?)
    }

    async fn first_events(
        &self,
        ledger: &LedgerId,
        streams: &[StreamName],
    ) -> Result<Vec<RecordedEvent>, ReadError> {
        let ledger = self.number(ledger).await?;
        Ok(read::first_events(&self.readers, ledger, streams).await?)
    }

    async fn places(
        &self,
        ledger: &LedgerId,
        kind: &str,
        from: Position,
    ) -> Result<Vec<Place>, ReadError> {
        let ledger = self.number(ledger).await?;
        Ok(read::places(&self.readers, ledger, kind, from).await?)
    }

    async fn ledgers(&self) -> Result<Vec<Ledger>, ReadError> {
        Ok(self.listing.ledgers(&self.readers).await?)
    }

    async fn ledger(&self, ledger: &LedgerId) -> Result<Option<Ledger>, ReadError> {
        let Some(found) = self.directory.find(ledger).await? else {
            return Ok(None);
        };
        let (size, last_recorded) = read::end(&self.readers, found.ledger_no).await?;
        Ok(Some(Ledger {
            id: ledger.clone(),
            source: found.source,
            size,
            last_recorded,
        }))
    }
}
