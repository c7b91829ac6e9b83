//! Which ledgers are halted.

use async_trait::async_trait;
use rusqlite::{Connection, Row, params};

use super::SqliteOffice;
use crate::{fault::Fault, parser::Parser, sql};
use khen_eventlog::{HaltBook, HaltRecord, LedgerId, OfficeError, Position, ReadOnlyRecord};

const COLUMNS: [&str; 4] = ["ledger", "witnessed", "reason", "since_us"];

#[async_trait]
impl HaltBook for SqliteOffice {
    async fn keep_halt(&self, halt: &HaltRecord) -> Result<(), OfficeError> {
        let halt = halt.clone();
        let writing = self.database.write(move |connection| {
            let mut statement = connection.prepare_cached(sql::KEEP_HALT)?;
            statement.execute(params![
                halt.ledger.as_str(),
                halt.witnessed.0.cast_signed(),
                halt.reason,
                halt.since.as_microsecond(),
            ])?;
            Ok(())
        });
        Ok(writing.await?)
    }

    async fn lift_halt(&self, ledger: &LedgerId) -> Result<(), OfficeError> {
        let ledger = ledger.clone();
        let writing = self.database.write(move |connection| {
            let mut statement = connection.prepare_cached(sql::LIFT_HALT)?;
            statement.execute([ledger.as_str()])?;
            Ok(())
        });
        Ok(writing.await?)
    }

    async fn halts(&self) -> Result<Vec<HaltRecord>, OfficeError> {
        let reading = self.database.read(|connection| {
            let mut statement = connection.prepare_cached(sql::LIST_HALTS)?;
            let mut rows = statement.query([])?;
            let mut halts = Vec::new();
            while let Some(row) = rows.next()? {
                halts.push(halt(row)?);
            }
            Ok(halts)
        });
        Ok(reading.await?)
    }

    async fn keep_read_only(&self, record: &ReadOnlyRecord) -> Result<ReadOnlyRecord, OfficeError> {
        let record = record.clone();
        let writing = self.database.write(move |connection| {
            let mut statement = connection.prepare_cached(sql::KEEP_READ_ONLY)?;
            statement.execute(params![record.reason, record.since.as_microsecond()])?;
            Ok(read_only(connection)?.unwrap_or(record))
        });
        Ok(writing.await?)
    }

    async fn lift_read_only(&self) -> Result<bool, OfficeError> {
        let writing = self.database.write(|connection| {
            let mut statement = connection.prepare_cached(sql::LIFT_READ_ONLY)?;
            Ok(statement.execute([])? > 0)
        });
        Ok(writing.await?)
    }

    async fn read_only(&self) -> Result<Option<ReadOnlyRecord>, OfficeError> {
        Ok(self.database.read(read_only).await?)
    }
}

fn read_only(connection: &Connection) -> Result<Option<ReadOnlyRecord>, Fault> {
    let mut statement = connection.prepare_cached(sql::FIND_READ_ONLY)?;
    let mut rows = statement.query([])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let parser = Parser {
        table: "read_only",
        columns: &["reason", "since_us"],
        key: &true,
        row,
    };
    Ok(Some(ReadOnlyRecord {
        reason: parser.string(0)?,
        since: parser.time(1)?,
    }))
}

fn halt(row: &Row<'_>) -> Result<HaltRecord, Fault> {
    let ledger: String = row.get(0)?;
    let parser = Parser {
        table: "ledger_halt",
        columns: &COLUMNS,
        key: &ledger,
        row,
    };
    Ok(HaltRecord {
        ledger: parser.text(0, |slug| LedgerId::parse(slug).ok())?,
        witnessed: Position(parser.count(1)?),
        reason: parser.string(2)?,
        since: parser.time(3)?,
    })
}
