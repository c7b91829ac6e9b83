//! Why sinks stopped.

use async_trait::async_trait;
use tokio_postgres::Row;

use super::PostgresOffice;
use crate::{fault::Fault, parser::Parser, readers::Values, sql};
use khen_eventlog::{LedgerId, OfficeError, Position, StopBook, StopRecord};

const COLUMNS: [&str; 5] = ["sink", "ledger", "position", "reason", "stopped_us"];

#[async_trait]
impl StopBook for PostgresOffice {
    async fn keep_stop(&self, stop: &StopRecord) -> Result<(), OfficeError> {
        let values: Values<'_> = &[
            &stop.sink,
            &stop.ledger.as_str(),
            &stop.position.0.cast_signed(),
            &stop.reason,
            &stop.at.as_microsecond(),
        ];
        self.readers.query(sql::KEEP_STOP, values).await?;
        Ok(())
    }

    async fn clear_stop(&self, sink: &str, ledger: &LedgerId) -> Result<(), OfficeError> {
        let values: Values<'_> = &[&sink, &ledger.as_str()];
        self.readers.query(sql::CLEAR_STOP, values).await?;
        Ok(())
    }

    async fn stops(&self) -> Result<Vec<StopRecord>, OfficeError> {
        let rows = self.readers.query(sql::LIST_STOPS, &[]).await?;
        Ok(rows.iter().map(stop).collect::<Result<_, _>>()?)
    }
}

fn stop(row: &Row) -> Result<StopRecord, Fault> {
    let sink: String = row.try_get(0)?;
    let parser = Parser {
        table: "sink_stop",
        columns: &COLUMNS,
        key: &sink,
        row,
    };
    Ok(StopRecord {
        ledger: parser.text(1, |slug| LedgerId::parse(slug).ok())?,
        position: Position(parser.count(2)?),
        reason: parser.value(3)?,
        at: parser.time(4)?,
        sink,
    })
}
