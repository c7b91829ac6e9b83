//! Keeps the logs of ledgers in `seal.db`, which can be made again from the ledger.
//!
//! A file of its own: tiles are rewritten all the time, and read by anybody, while `office.db` wipes
//! what it rewrites, forgets what it deletes only when nobody reads, and is flushed at every write.

use std::{collections::BTreeMap, path::Path};

use async_trait::async_trait;
use rusqlite::{Connection, OptionalExtension as _, Row, params};

use crate::{
    OpenError, connection::Purpose, database::Database, fault::Fault, parser::Parser, sql,
};
use khen_eventlog::{
    CheckpointKind, Epoch, Growth, KeptCheckpoint, LedgerId, OfficeError, Position, SealError,
    SealedLog, StoredTile, TilePlace, TileStore,
};

const CHECKPOINT_COLUMNS: [&str; 5] = ["kind", "size", "note", "keys", "signed_us"];

/// The logs of a folder.
#[derive(Clone)]
pub struct SqliteSeal {
    database: Database,
}

impl SqliteSeal {
    /// Opens `seal.db` in `folder`, making both where they are missing.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open(folder: &Path) -> Result<Self, OpenError> {
        let database = Database::open(folder, Purpose::Seal)?;
        Ok(Self { database })
    }
}

#[async_trait]
impl TileStore for SqliteSeal {
    async fn log_sizes(&self) -> Result<BTreeMap<LedgerId, Position>, OfficeError> {
        let reading = self.database.read(|connection| {
            let mut statement = connection.prepare_cached(sql::LIST_LOGS)?;
            let mut rows = statement.query([])?;
            let mut sizes = BTreeMap::new();
            while let Some(row) = rows.next()? {
                let ledger: String = row.get(0)?;
                let parser = Parser {
                    table: "log",
                    columns: &["ledger", "size"],
                    key: &ledger,
                    row,
                };
                let id = parser.text(0, |slug| LedgerId::parse(slug).ok())?;
                sizes.insert(id, Position(parser.count(1)?));
            }
            Ok(sizes)
        });
        Ok(reading.await?)
    }

    async fn log(&self, ledger: &LedgerId) -> Result<Option<SealedLog>, OfficeError> {
        let ledger = ledger.clone();
        let reading = self.database.read(move |connection| {
            let Some(held) = held(connection, &ledger)? else {
                return Ok(None);
            };
            let mut kept = checkpoints(connection, &ledger)?;
            Ok(Some(SealedLog {
                size: held.size,
                signed: kept.remove(&CheckpointKind::Signed),
                witnessed: kept.remove(&CheckpointKind::Witnessed),
            }))
        });
        Ok(reading.await?)
    }

    async fn tiles(
        &self,
        ledger: &LedgerId,
        places: &[TilePlace],
    ) -> Result<Vec<Option<Vec<u8>>>, OfficeError> {
        let (ledger, places) = (ledger.clone(), places.to_vec());
        let reading = self.database.read(move |connection| {
            let mut statement = connection.prepare_cached(sql::FIND_TILE)?;
            let mut find = |place: TilePlace| {
                let place = params![ledger.as_str(), place.level, place.index.cast_signed()];
                statement.query_row(place, |row| row.get(0)).optional()
            };
            let found = places.into_iter().map(&mut find);
            Ok(found.collect::<Result<_, _>>()?)
        });
        Ok(reading.await?)
    }

    async fn grow(&self, ledger: &LedgerId, growth: Growth) -> Result<(), SealError> {
        let ledger = ledger.clone();
        let writing = self.database.write(move |connection| {
            let held = held(connection, &ledger)?.unwrap_or_default();
            if let Err(refusal) = held.lets(growth.epoch, held.size == growth.from) {
                return Ok(Err(refusal));
            }
            move_log(connection, &ledger, growth.to, growth.epoch)?;
            let mut statement = connection.prepare_cached(sql::KEEP_TILE)?;
            for StoredTile { place, bytes } in &growth.tiles {
                let number = place.index.cast_signed();
                statement.execute(params![ledger.as_str(), place.level, number, bytes])?;
            }
            Ok(Ok(()))
        });
        writing.await?
    }

    async fn keep_checkpoint(
        &self,
        ledger: &LedgerId,
        kind: CheckpointKind,
        checkpoint: &KeptCheckpoint,
        epoch: Epoch,
    ) -> Result<(), SealError> {
        let (ledger, checkpoint) = (ledger.clone(), checkpoint.clone());
        let writing = self.database.write(move |connection| {
            let Some(held) = held(connection, &ledger)? else {
                return Ok(Err(SealError::Moved));
            };
            if let Err(refusal) = held.lets(epoch, checkpoint.size <= held.size) {
                return Ok(Err(refusal));
            }
            let mut statement = connection.prepare_cached(sql::KEEP_CHECKPOINT)?;
            let kept = statement.execute(params![
                ledger.as_str(),
                kind.as_str(),
                checkpoint.size.0.cast_signed(),
                checkpoint.note,
                checkpoint.keys,
                checkpoint.at.as_microsecond(),
            ])?;
            if kept == 0 {
                return Ok(Err(SealError::Moved));
            }
            move_log(connection, &ledger, held.size, epoch)?;
            Ok(Ok(()))
        });
        writing.await?
    }
}

/// Where a log stands, and who moved it last.
#[derive(Debug, Clone, Copy, Default)]
struct Held {
    size: Position,
    epoch: Epoch,
}

impl Held {
    /// Whether somebody under `epoch`, who is right about the log or is not, may write.
    fn lets(self, epoch: Epoch, is_right: bool) -> Result<(), SealError> {
        if self.epoch > epoch {
            return Err(SealError::Fenced);
        }
        is_right.then_some(()).ok_or(SealError::Moved)
    }
}

fn held(connection: &Connection, ledger: &LedgerId) -> Result<Option<Held>, Fault> {
    let mut statement = connection.prepare_cached(sql::FIND_LOG)?;
    let mut rows = statement.query([ledger.as_str()])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let parser = Parser {
        table: "log",
        columns: &["size", "epoch"],
        key: ledger,
        row,
    };
    Ok(Some(Held {
        size: Position(parser.count(0)?),
        epoch: Epoch(parser.count(1)?),
    }))
}

fn move_log(
    connection: &Connection,
    ledger: &LedgerId,
    size: Position,
    epoch: Epoch,
) -> Result<(), Fault> {
    let mut statement = connection.prepare_cached(sql::MOVE_LOG)?;
    let (size, epoch) = (size.0.cast_signed(), epoch.0.cast_signed());
    statement.execute(params![ledger.as_str(), size, epoch])?;
    Ok(())
}

fn checkpoints(
    connection: &Connection,
    ledger: &LedgerId,
) -> Result<BTreeMap<CheckpointKind, KeptCheckpoint>, Fault> {
    let mut statement = connection.prepare_cached(sql::LIST_CHECKPOINTS)?;
    let mut rows = statement.query([ledger.as_str()])?;
    let mut kept = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (kind, checkpoint) = checkpoint(ledger, row)?;
        kept.insert(kind, checkpoint);
    }
    Ok(kept)
}

fn checkpoint(ledger: &LedgerId, row: &Row<'_>) -> Result<(CheckpointKind, KeptCheckpoint), Fault> {
    let parser = Parser {
        table: "checkpoint",
        columns: &CHECKPOINT_COLUMNS,
        key: ledger,
        row,
    };
    let kind = parser.text(0, |word| {
        let mut kinds = CheckpointKind::ALL.into_iter();
        kinds.find(|kind| kind.as_str() == word)
    })?;
    let kept = KeptCheckpoint {
        size: Position(parser.count(1)?),
        note: parser.string(2)?,
        keys: parser.string(3)?,
        at: parser.time(4)?,
    };
    Ok((kind, kept))
}
