//! Keeps the logs of ledgers in the schema `seal`, which can be made again from the ledger.

use std::collections::BTreeMap;

use async_trait::async_trait;
use tokio_postgres::Row;

use crate::{
    Database,
    fault::Fault,
    parser::Parser,
    readers::{Readers, Values},
    session::Purpose,
    sql,
};
use khen_eventlog::{
    CheckpointKind, Epoch, Growth, KeptCheckpoint, LedgerId, OfficeError, Position, SealError,
    SealedLog, TilePlace, TileStore,
};

const LOG_COLUMNS: [&str; 7] = ["size", "epoch", "kind", "size", "note", "keys", "signed_us"];

/// The logs of a database.
///
/// Every call is one statement, which may be run again on another connection: a growth that was kept
/// already is refused then, and a checkpoint is kept once more.
#[derive(Clone)]
pub struct PostgresSeal {
    readers: Readers,
}

impl PostgresSeal {
    /// The logs of `database`, whose tables are there.
    #[must_use]
    pub fn open(database: &Database) -> Self {
        Self {
            readers: Readers::new(database, Purpose::Seal),
        }
    }

    /// The log, a row for each checkpoint.
    async fn found(&self, ledger: &LedgerId) -> Result<Vec<Row>, Fault> {
        self.readers.query(sql::FIND_LOG, &[&ledger.as_str()]).await
    }

    /// Why nothing was written under `epoch`.
    async fn refusal(&self, ledger: &LedgerId, epoch: Epoch) -> Result<SealError, Fault> {
        let rows = self.found(ledger).await?;
        let held = rows.first().map(|row| log_row(ledger, row).count(1));
        let is_fenced = held.transpose()?.is_some_and(|held| held > epoch.0);
        Ok(if is_fenced {
            SealError::Fenced
        } else {
            SealError::Moved
        })
    }

    /// Whether anything was written; if not, why.
    async fn wrote(&self, rows: &[Row], ledger: &LedgerId, epoch: Epoch) -> Result<(), SealError> {
        if rows.is_empty() {
            return Err(self.refusal(ledger, epoch).await?);
        }
        Ok(())
    }
}

#[async_trait]
impl TileStore for PostgresSeal {
    async fn log_sizes(&self) -> Result<BTreeMap<LedgerId, Position>, OfficeError> {
        let rows = self.readers.query(sql::LIST_LOGS, &[]).await?;
        let sizes = rows.iter().map(log_size);
        Ok(sizes.collect::<Result<_, _>>()?)
    }

    async fn log(&self, ledger: &LedgerId) -> Result<Option<SealedLog>, OfficeError> {
        let rows = self.found(ledger).await?;
        let mut log: Option<SealedLog> = None;
        for row in &rows {
            let parser = log_row(ledger, row);
            let log = log.get_or_insert_default();
            log.size = Position(parser.count(0)?);
            match checkpoint(&parser)? {
                Some((CheckpointKind::Signed, kept)) => log.signed = Some(kept),
                Some((CheckpointKind::Witnessed, kept)) => log.witnessed = Some(kept),
                None => {}
            }
        }
        Ok(log)
    }

    async fn tiles(
        &self,
        ledger: &LedgerId,
        places: &[TilePlace],
    ) -> Result<Vec<Option<Vec<u8>>>, OfficeError> {
        let (levels, numbers) = columns(places.iter());
        let values: Values<'_> = &[&ledger.as_str(), &levels, &numbers];
        let rows = self.readers.query(sql::FIND_TILES, values).await?;
        let tiles = rows.iter().map(|row| row.try_get(0).map_err(Fault::from));
        Ok(tiles.collect::<Result<_, _>>()?)
    }

    async fn grow(&self, ledger: &LedgerId, growth: Growth) -> Result<(), SealError> {
        let (levels, numbers) = columns(growth.tiles.iter().map(|tile| &tile.place));
        let tiles = growth.tiles.iter().map(|tile| tile.bytes.as_slice());
        let tiles: Vec<&[u8]> = tiles.collect();
        let values: Values<'_> = &[
            &ledger.as_str(),
            &growth.from.0.cast_signed(),
            &growth.to.0.cast_signed(),
            &growth.epoch.0.cast_signed(),
            &levels,
            &numbers,
            &tiles,
        ];
        let moved = self.readers.query(sql::GROW_LOG, values).await?;
        self.wrote(&moved, ledger, growth.epoch).await
    }

    async fn keep_checkpoint(
        &self,
        ledger: &LedgerId,
        kind: CheckpointKind,
        checkpoint: &KeptCheckpoint,
        epoch: Epoch,
    ) -> Result<(), SealError> {
        let values: Values<'_> = &[
            &ledger.as_str(),
            &kind.as_str(),
            &checkpoint.size.0.cast_signed(),
            &checkpoint.note,
            &checkpoint.keys,
            &checkpoint.at.as_microsecond(),
            &epoch.0.cast_signed(),
        ];
        let kept = self.readers.query(sql::KEEP_CHECKPOINT, values).await?;
        self.wrote(&kept, ledger, epoch).await
    }
}

/// Levels and numbers of places, column by column.
fn columns<'a>(places: impl Iterator<Item = &'a TilePlace>) -> (Vec<i16>, Vec<i64>) {
    let columns = places.map(|place| (i16::from(place.level), place.index.cast_signed()));
    columns.unzip()
}

fn log_size(row: &Row) -> Result<(LedgerId, Position), Fault> {
    let ledger: String = row.try_get(0)?;
    let parser = Parser {
        table: "log",
        columns: &["ledger", "size"],
        key: &ledger,
        row,
    };
    let id = parser.text(0, |slug| LedgerId::parse(slug).ok())?;
    Ok((id, Position(parser.count(1)?)))
}

fn log_row<'a>(ledger: &'a LedgerId, row: &'a Row) -> Parser<'a> {
    Parser {
        table: "log or checkpoint",
        columns: &LOG_COLUMNS,
        key: ledger,
        row,
    }
}

fn checkpoint(parser: &Parser<'_>) -> Result<Option<(CheckpointKind, KeptCheckpoint)>, Fault> {
    if parser.value::<Option<&str>>(2)?.is_none() {
        return Ok(None);
    }
    let kind = parser.text(2, |word| {
        let mut kinds = CheckpointKind::ALL.into_iter();
        kinds.find(|kind| kind.as_str() == word)
    })?;
    let kept = KeptCheckpoint {
        size: Position(parser.count(3)?),
        note: parser.value(4)?,
        keys: parser.value(5)?,
        at: parser.time(6)?,
    };
    Ok(Some((kind, kept)))
}
