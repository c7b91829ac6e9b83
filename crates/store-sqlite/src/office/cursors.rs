//! How far sinks have come.

use std::collections::BTreeMap;

use async_trait::async_trait;
use rusqlite::{Row, params};

use super::SqliteOffice;
use crate::{fault::Fault, parser::Parser, sql};
use khen_eventlog::{CursorError, CursorStore, Epoch, LedgerId, OfficeError, Position};

const COLUMNS: [&str; 2] = ["ledger", "position"];

#[async_trait]
impl CursorStore for SqliteOffice {
    async fn cursors(&self, sink: &str) -> Result<BTreeMap<LedgerId, Position>, OfficeError> {
        let sink = sink.to_owned();
        let reading = self.database.read(move |connection| {
            let mut statement = connection.prepare_cached(sql::LIST_CURSORS)?;
            let mut rows = statement.query([&sink])?;
            let mut cursors = BTreeMap::new();
            while let Some(row) = rows.next()? {
                let (ledger, position) = cursor(&sink, row)?;
                cursors.insert(ledger, position);
            }
            Ok(cursors)
        });
        Ok(reading.await?)
    }

    async fn move_cursor(
        &self,
        sink: &str,
        ledger: &LedgerId,
        to: Position,
        epoch: Epoch,
    ) -> Result<Position, CursorError> {
        let (sink, ledger) = (sink.to_owned(), ledger.clone());
        let writing = self.database.write(move |connection| {
            let mut statement = connection.prepare_cached(sql::MOVE_CURSOR)?;
            let (to, epoch) = (to.0.cast_signed(), epoch.0.cast_signed());
            let mut rows = statement.query(params![sink, ledger.as_str(), to, epoch])?;
            let stands: Option<i64> = rows.next()?.map(|row| row.get(0)).transpose()?;
            Ok(stands.map(|position| Position(position.cast_unsigned())))
        });
        let stands = writing.await.map_err(OfficeError::from)?;
        stands.ok_or(CursorError::Fenced)
    }
}

fn cursor(sink: &str, row: &Row<'_>) -> Result<(LedgerId, Position), Fault> {
    let parser = Parser {
        table: "sink_cursor",
        columns: &COLUMNS,
        key: &sink,
        row,
    };
    let ledger = parser.text(0, |slug| LedgerId::parse(slug).ok())?;
    Ok((ledger, Position(parser.count(1)?)))
}
