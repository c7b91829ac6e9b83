//! How far sinks have come.

use std::collections::BTreeMap;

use async_trait::async_trait;
use tokio_postgres::Row;

use super::PostgresOffice;
use crate::{fault::Fault, parser::Parser, readers::Values, sql};
use khen_eventlog::{CursorError, CursorStore, Epoch, LedgerId, OfficeError, Position};

#[async_trait]
impl CursorStore for PostgresOffice {
    async fn cursors(&self, sink: &str) -> Result<BTreeMap<LedgerId, Position>, OfficeError> {
        let rows = self.readers.query(sql::LIST_CURSORS, &[&sink]).await?;
        let cursors = rows.iter().map(|row| cursor(sink, row));
        Ok(cursors.collect::<Result<_, _>>()?)
    }

    async fn move_cursor(
        &self,
        sink: &str,
        ledger: &LedgerId,
        to: Position,
        epoch: Epoch,
    ) -> Result<Position, CursorError> {
        let (to, epoch) = (to.0.cast_signed(), epoch.0.cast_signed());
        let values: Values<'_> = &[&sink, &ledger.as_str(), &to, &epoch];
        let moving = self.readers.query(sql::MOVE_CURSOR, values).await;
        let rows = moving.map_err(OfficeError::from)?;
        let row = rows.first().ok_or(CursorError::Fenced)?;
        let (_, stands) = cursor(sink, row).map_err(OfficeError::from)?;
        Ok(stands)
    }
}

fn cursor(sink: &str, row: &Row) -> Result<(LedgerId, Position), Fault> {
    let parser = Parser {
        table: "sink_cursor",
        columns: &["ledger", "position"],
        key: &sink,
        row,
    };
    let ledger = parser.text(0, |slug| LedgerId::parse(slug).ok())?;
    Ok((ledger, Position(parser.count(1)?)))
}
