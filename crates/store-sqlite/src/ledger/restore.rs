//! Puts back what a ledger has lost.

use std::path::{Path, PathBuf};

use async_trait::async_trait;
use rusqlite::{Connection, params};
use tokio::task::spawn_blocking;

use super::{
    batch::Stop,
    commands,
    memory::{LedgerMemory, Memory},
    names::Names,
    read,
};
use crate::{
    connection::{Purpose, open_writer},
    fault::Fault,
    sql,
};
use khen_eventlog::{
    AppendError, CommandId, LedgerId, Position, PutBackError, RecordedEvent, Restore,
};

/// Puts events back into the `ledger.db` of a folder. It opens the file for each call, and nobody who only
/// appends has it at hand.
pub struct SqliteRestore {
    folder: PathBuf,
}

impl SqliteRestore {
    /// For the ledgers of `folder`.
    #[must_use]
    pub fn of(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
        }
    }
}

#[async_trait]
impl Restore for SqliteRestore {
    async fn put_back(
        &self,
        ledger: &LedgerId,
        events: Vec<RecordedEvent>,
    ) -> Result<(), PutBackError> {
        let (folder, ledger) = (self.folder.clone(), ledger.clone());
        let writing = spawn_blocking(move || put_back(&folder, &ledger, &events)).await;
        writing.map_err(|failure| PutBackError::Unavailable(Box::new(failure)))?
    }
}

/// All of them in one transaction.
fn put_back(
    folder: &Path,
    ledger: &LedgerId,
    events: &[RecordedEvent],
) -> Result<(), PutBackError> {
    let opened = open_writer(folder, Purpose::Ledger);
    let mut connection = opened.map_err(|failure| unavailable(failure.into()))?;
    let change = connection.transaction().map_err(failed)?;
    let mut memory = Memory::default();
    let found = memory.ledger(&change, ledger).map_err(|stop| match stop {
        Stop::Refused(AppendError::NoLedger { ledger }) => PutBackError::NoLedger { ledger },
        Stop::Refused(failure) => PutBackError::Unavailable(Box::new(failure)),
        Stop::Failed(fault) => unavailable(fault),
    })?;
    let mut before = last_command(&change, found).map_err(unavailable)?;
    for event in events {
        let follows = follows(&change, found, event).map_err(unavailable)?;
        if !follows {
            let position = event.position;
            return Err(PutBackError::DoesNotFollow { position });
        }
        insert(&change, found, event).map_err(unavailable)?;
        // The events of an append stand side by side, and its first leads to its command.
        if before.replace(event.command) != Some(event.command) {
            let at = event.position;
            commands::insert(&change, found.ledger_no, event.command, at).map_err(unavailable)?;
        }
    }
    change.commit().map_err(failed)
}

fn last_command(
    connection: &Connection,
    ledger: &LedgerMemory,
) -> Result<Option<CommandId>, Fault> {
    let Some(last) = ledger.next.0.checked_sub(1) else {
        return Ok(None);
    };
    let last = read::read_from(
        (connection, &Names::default()),
        ledger.ledger_no,
        Position(last),
        1,
    )?;
    Ok(last.first().map(|event| event.command))
}

fn follows(
    connection: &Connection,
    ledger: &mut LedgerMemory,
    event: &RecordedEvent,
) -> Result<bool, Fault> {
    let version = ledger.version(connection, &event.stream)?;
    Ok(event.position == ledger.next
        && event.recorded_at.as_microsecond() > ledger.last_recorded_us
        && event.version == version.next())
}

fn insert(
    connection: &Connection,
    ledger: &mut LedgerMemory,
    event: &RecordedEvent,
) -> Result<(), Fault> {
    let stream = ledger.grow(&event.stream, |ledger| {
        let mut statement = connection.prepare_cached(sql::INSERT_STREAM)?;
        Ok(statement.insert(params![ledger.0, event.stream.as_str()])?)
    })?;
    let mut statement = connection.prepare_cached(sql::INSERT_EVENT)?;
    statement.execute(params![
        ledger.ledger_no.seat(event.position),
        stream.stream_no,
        event.version.0.cast_signed(),
        event.id.0.as_bytes(),
        event.event_type.as_str(),
        event.occurred_at.as_microsecond(),
        event.recorded_at.as_microsecond(),
        event.assignment,
        event.command.as_bytes(),
        event.correlation,
        event.salt,
        event.data,
        event.data_hash.0,
    ])?;
    ledger.next = event.position.next();
    ledger.last_recorded_us = event.recorded_at.as_microsecond();
    Ok(())
}

fn failed(failure: rusqlite::Error) -> PutBackError {
    unavailable(failure.into())
}

fn unavailable(fault: Fault) -> PutBackError {
    PutBackError::Unavailable(Box::new(fault))
}
