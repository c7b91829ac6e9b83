//! Why sinks stopped.

use async_trait::async_trait;
use rusqlite::{Row, params};

use super::SqliteOffice;
use crate::{fault::Fault, parser::Parser, sql};
use khen_eventlog::{LedgerId, OfficeError, Position, StopBook, StopRecord};

const COLUMNS: [&str; 5] = ["sink", "ledger", "position", "reason", "stopped_us"];

#[async_trait]
impl StopBook for SqliteOffice {
    async fn keep_stop(&self, stop: &StopRecord) -> Result<(), OfficeError> {
        let stop = stop.clone();
        let writing = self.database.write(move |connection| {
            let mut statement = connection.prepare_cached(sql::KEEP_STOP)?;
            statement.execute(params![
                stop.sink,
                stop.ledger.as_str(),
                stop.position.0.cast_signed(),
                stop.reason,
                stop.at.as_microsecond(),
            ])?;
            Ok(())
        });
        Ok(writing.await?)
    }

    async fn clear_stop(&self, sink: &str, ledger: &LedgerId) -> Result<(), OfficeError> {
        let (sink, ledger) = (sink.to_owned(), ledger.clone());
        let writing = self.database.write(move |connection| {
            let mut statement = connection.prepare_cached(sql::CLEAR_STOP)?;
            statement.execute(params![sink, ledger.as_str()])?;
            Ok(())
        });
        Ok(writing.await?)
    }

    async fn stops(&self) -> Result<Vec<StopRecord>, OfficeError> {
        let reading = self.database.read(|connection| {
            let mut statement = connection.prepare_cached(sql::LIST_STOPS)?;
            let mut rows = statement.query([])?;
            let mut stops = Vec::new();
            while let Some(row) = rows.next()? {
                stops.push(stop(row)?);
            }
            Ok(stops)
        });
        Ok(reading.await?)
    }
}

fn stop(row: &Row<'_>) -> Result<StopRecord, Fault> {
    let sink: String = row.get(0)?;
    let parser = Parser {
        table: "sink_stop",
        columns: &COLUMNS,
        key: &sink,
        row,
    };
    Ok(StopRecord {
        ledger: parser.text(1, |slug| LedgerId::parse(slug).ok())?,
        position: Position(parser.count(2)?),
        reason: parser.string(3)?,
        at: parser.time(4)?,
        sink,
    })
}
