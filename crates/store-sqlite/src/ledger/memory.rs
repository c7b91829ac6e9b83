//! What the committer remembers from one batch to the next, so that it need not look again.
//!
//! It is also the overlay of a batch: what an append has changed stands here for the next one.
//! Another process may write the file too; `PRAGMA data_version` tells whether one did since our
//! last transaction, and then everything is forgotten. So it is after a transaction that failed.

use std::collections::HashMap;

use rusqlite::Connection;

use super::{
    batch::Stop,
    commands,
    read::{self, StoredStream},
};
use crate::{fault::Fault, limits::REMEMBERED_STREAM_COUNT_MAX, sql};
use khen_eventlog::{AppendError, LedgerId, Position, StreamName, Version, seat::LedgerNo};

#[derive(Default)]
pub(super) struct Memory {
    data_version: Option<i64>,
    pub(super) new_command_count: usize,
    ledgers: HashMap<LedgerId, LedgerMemory>,
}

/// Where a ledger grows, and the streams that were looked at.
pub(super) struct LedgerMemory {
    pub(super) ledger_no: LedgerNo,
    pub(super) next: Position,
    pub(super) last_recorded_us: i64,
    streams: HashMap<StreamName, StoredStream>,
}

impl Memory {
    /// Forgets what may have changed. The write lock is held already, so that nothing changes later.
    pub(super) fn refresh(&mut self, connection: &Connection) -> Result<(), Fault> {
        let mut statement = connection.prepare_cached(sql::DATA_VERSION)?;
        let data_version = Some(statement.query_row([], |row| row.get(0))?);
        let stream_count: usize = self.ledgers.values().map(|it| it.streams.len()).sum();
        if data_version != self.data_version || stream_count > REMEMBERED_STREAM_COUNT_MAX {
            self.ledgers.clear();
            self.data_version = data_version;
            self.new_command_count = commands::count_new(connection)?;
        }
        Ok(())
    }

    pub(super) fn ledger(
        &mut self,
        connection: &Connection,
        id: &LedgerId,
    ) -> Result<&mut LedgerMemory, Stop> {
        if !self.ledgers.contains_key(id) {
            let Some(found) = read::find_ledger(connection, id)? else {
                let ledger = id.clone();
                return Err(Stop::Refused(AppendError::NoLedger { ledger }));
            };
            let memory = LedgerMemory::look_up(connection, found.ledger_no)?;
            self.ledgers.insert(id.clone(), memory);
        }
        let memory = self.ledgers.get_mut(id);
        Ok(memory.expect("the ledger was looked up"))
    }
}

impl LedgerMemory {
    fn look_up(connection: &Connection, ledger_no: LedgerNo) -> Result<Self, Fault> {
        let last = read::last_event(connection, ledger_no)?;
        Ok(Self {
            ledger_no,
            next: last
                .as_ref()
                .map_or(Position(0), |last| last.position.next()),
            last_recorded_us: last.map_or(i64::MIN, |last| last.recorded_us),
            streams: HashMap::new(),
        })
    }

    /// The version of a stream; looks it up unless it is remembered.
    pub(super) fn version(
        &mut self,
        connection: &Connection,
        stream: &StreamName,
    ) -> Result<Version, Fault> {
        if let Some(known) = self.streams.get(stream) {
            return Ok(known.version);
        }
        let Some(found) = read::find_stream(connection, self.ledger_no, stream)? else {
            return Ok(Version::NONE);
        };
        self.streams.insert(stream.clone(), found);
        Ok(found.version)
    }

    /// Moves a stream on by one event, making it if this is its first; its versions were looked
    /// at before.
    pub(super) fn grow(
        &mut self,
        stream: &StreamName,
        make: impl FnOnce(LedgerNo) -> Result<i64, Fault>,
    ) -> Result<StoredStream, Fault> {
        if let Some(known) = self.streams.get_mut(stream) {
            known.version = known.version.next();
            return Ok(*known);
        }
        let first = StoredStream {
            stream_no: make(self.ledger_no)?,
            version: Version::NONE.next(),
        };
        self.streams.insert(stream.clone(), first);
        Ok(first)
    }
}
