//! Puts back what a ledger has lost.

use std::collections::{BTreeSet, HashMap};

use async_trait::async_trait;
use deadpool_postgres::ClientWrapper;
use tokio_postgres::Transaction;

use super::{
    columns::{EventColumns, StreamColumns},
    memory::LastEvent,
    read::{StoredStream, found_stream, prefix},
    row,
};
use crate::{Database, fault::Fault, session::Purpose, sql};
use khen_eventlog::{
    CommandId, EventTypes, LedgerId, Position, PutBackError, RecordedEvent, Restore, StreamName,
    Version, limits::PAGE_EVENT_COUNT_MAX, seat::LedgerNo,
};

/// Puts events back into the ledgers of a database, over a connection of its own: nobody who only appends
/// has it at hand.
pub struct PostgresRestore {
    database: Database,
}

impl PostgresRestore {
    /// For the ledgers of `database`, whose tables are there.
    #[must_use]
    pub fn open(database: &Database) -> Self {
        Self {
            database: database.clone(),
        }
    }
}

#[async_trait]
impl Restore for PostgresRestore {
    async fn put_back(
        &self,
        ledger: &LedgerId,
        events: Vec<RecordedEvent>,
    ) -> Result<(), PutBackError> {
        let client = self.database.client(Purpose::Committer).await;
        let mut client = client.map_err(unavailable)?;
        let number = number(&client, ledger).await.map_err(unavailable)?;
        let number = number.ok_or_else(|| PutBackError::NoLedger {
            ledger: ledger.clone(),
        })?;
        let change = client.transaction().await.map_err(failed)?;
        let mut restoring = Restoring::begin(&change, number)
            .await
            .map_err(unavailable)?;
        // A page is one statement; all of them are one transaction.
        for page in events.chunks(PAGE_EVENT_COUNT_MAX) {
            restoring.learn(page).await.map_err(unavailable)?;
            let refused = restoring.put(page).await.map_err(unavailable)?;
            if let Some(position) = refused {
                return Err(PutBackError::DoesNotFollow { position });
            }
        }
        change.commit().await.map_err(failed)
    }
}

async fn number(client: &ClientWrapper, ledger: &LedgerId) -> Result<Option<LedgerNo>, Fault> {
    let rows = client.query(sql::FIND_LEDGER, &[&ledger.as_str()]).await?;
    let number = |row| tokio_postgres::Row::try_get(row, 0).map(LedgerNo);
    Ok(rows.first().map(number).transpose()?)
}

/// A ledger that is locked, and how far it is.
struct Restoring<'a> {
    change: &'a Transaction<'a>,
    ledger: LedgerNo,
    last: Option<LastEvent>,
    last_command: Option<CommandId>,
    streams: HashMap<StreamName, StoredStream>,
}

impl<'a> Restoring<'a> {
    async fn begin(change: &'a Transaction<'a>, ledger: LedgerNo) -> Result<Self, Fault> {
        let ledgers = vec![ledger.0];
        change.query(sql::LOCK_LEDGERS, &[&ledgers]).await?;
        let rows = change.query(sql::LAST_EVENTS, &[&ledgers]).await?;
        let (mut last, mut last_command) = (None, None);
        if let Some(row) = rows.first() {
            let seat: i64 = row.try_get(1)?;
            last = Some(LastEvent {
                seat,
                recorded_us: row.try_get(2)?,
            });
            let next = seat + 1;
            let read = change
                .query(sql::READ_SEATS, &[&seat, &next, &1_i64])
                .await?;
            let event = read.first().map(|row| {
                let mut types = EventTypes::default();
                row::event(row, &mut types, row::name)
            });
            last_command = event.transpose()?.map(|event| event.command);
        }
        Ok(Self {
            change,
            ledger,
            last,
            last_command,
            streams: HashMap::new(),
        })
    }

    /// Looks up the streams of these events that were not met before.
    async fn learn(&mut self, events: &[RecordedEvent]) -> Result<(), Fault> {
        let met = events.iter().map(|event| &event.stream);
        let new: BTreeSet<&StreamName> = met
            .filter(|stream| !self.streams.contains_key(*stream))
            .collect();
        let names: Vec<&str> = new.iter().map(|stream| stream.as_str()).collect();
        let ledgers = vec![self.ledger.0; names.len()];
        let new: Vec<&StreamName> = new.into_iter().collect();
        let values = [&ledgers as _, &names as _];
        for row in self.change.query(sql::FIND_STREAMS, &values).await? {
            let (place, found) = found_stream(&row)?;
            if let Some(stream) = new.get(place) {
                self.streams.insert((*stream).clone(), found);
            }
        }
        Ok(())
    }

    /// Inserts these events; answers with the first that does not go on from the one before it.
    async fn put(&mut self, events: &[RecordedEvent]) -> Result<Option<Position>, Fault> {
        let (mut streams, mut columns) = (StreamColumns::default(), EventColumns::default());
        for event in events {
            let last = LastEvent {
                seat: self.ledger.seat(event.position),
                recorded_us: event.recorded_at.as_microsecond(),
            };
            let known = self.streams.get(&event.stream).copied();
            let version = known.map_or(Version::NONE, |known| known.version);
            if !self.follows(event, last) || event.version != version.next() {
                return Ok(Some(event.position));
            }
            let stream = StoredStream {
                // A stream has the number of the seat of its first event.
                stream_no: known.map_or(last.seat, |known| known.stream_no),
                version: event.version,
            };
            if known.is_none() {
                streams.push(self.ledger, stream.stream_no, &event.stream);
            }
            let is_first = self.last_command != Some(event.command);
            let prefix = is_first.then(|| prefix(event.command));
            columns.push_recorded(event, last, stream, prefix);
            self.streams.insert(event.stream.clone(), stream);
            (self.last, self.last_command) = (Some(last), Some(event.command));
        }
        if !streams.stream_no.is_empty() {
            let values = streams.values();
            self.change.execute(sql::INSERT_STREAMS, &values).await?;
        }
        let values = columns.values();
        self.change.execute(sql::INSERT_EVENTS, &values).await?;
        Ok(None)
    }

    fn follows(&self, event: &RecordedEvent, here: LastEvent) -> bool {
        match self.last {
            Some(last) => here.seat == last.seat + 1 && here.recorded_us > last.recorded_us,
            None => event.position == Position(0),
        }
    }
}

fn failed(failure: tokio_postgres::Error) -> PutBackError {
    unavailable(failure.into())
}

fn unavailable(fault: Fault) -> PutBackError {
    PutBackError::Unavailable(Box::new(fault))
}
