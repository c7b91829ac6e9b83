//! How far sinks have come.

use async_trait::async_trait;
use rusqlite::{Connection, Row, params};

use super::SqliteOffice;
use crate::{fault::Fault, parser::Parser, sql};
use khen_eventlog::{CursorStore, LedgerId, OfficeError, Position};

const COLUMNS: [&str; 1] = ["position"];

#[async_trait]
impl CursorStore for SqliteOffice {
    async fn cursor(&self, sink: &str, ledger: &LedgerId) -> Result<Option<Position>, OfficeError> {
        let (sink, ledger) = (sink.to_owned(), ledger.clone());
        let reading = self
            .database
            .read(move |connection| find(connection, &sink, &ledger));
        Ok(reading.await?)
    }

    async fn move_cursor(
        &self,
        sink: &str,
        ledger: &LedgerId,
        to: Position,
    ) -> Result<Position, OfficeError> {
        let (sink, ledger) = (sink.to_owned(), ledger.clone());
        let writing = self.database.write(move |connection| {
            let mut statement = connection.prepare_cached(sql::MOVE_CURSOR)?;
            statement.execute(params![sink, ledger.as_str(), to.0.cast_signed()])?;
            let stands = find(connection, &sink, &ledger)?;
            Ok(stands.expect("a cursor was put in this transaction"))
        });
        Ok(writing.await?)
    }
}

fn find(connection: &Connection, sink: &str, ledger: &LedgerId) -> Result<Option<Position>, Fault> {
    let mut statement = connection.prepare_cached(sql::FIND_CURSOR)?;
    let mut rows = statement.query(params![sink, ledger.as_str()])?;
    rows.next()?.map(|row| position(sink, row)).transpose()
}

fn position(sink: &str, row: &Row<'_>) -> Result<Position, Fault> {
    let parser = Parser {
        table: "sink_cursor",
        columns: &COLUMNS,
        key: &sink,
        row,
    };
    Ok(Position(parser.count(0)?))
}
