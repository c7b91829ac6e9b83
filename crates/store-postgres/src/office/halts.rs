//! Which ledgers are halted.

use async_trait::async_trait;
use tokio_postgres::Row;

use super::PostgresOffice;
use crate::{fault::Fault, parser::Parser, readers::Values, sql};
use khen_eventlog::{HaltBook, HaltRecord, LedgerId, OfficeError, Position, ReadOnlyRecord};

const COLUMNS: [&str; 4] = ["ledger", "witnessed", "reason", "since_us"];

#[async_trait]
impl HaltBook for PostgresOffice {
    async fn keep_halt(&self, halt: &HaltRecord) -> Result<(), OfficeError> {
        let values: Values<'_> = &[
            &halt.ledger.as_str(),
            &halt.witnessed.0.cast_signed(),
            &halt.reason,
            &halt.since.as_microsecond(),
        ];
        self.readers.query(sql::KEEP_HALT, values).await?;
        Ok(())
    }

    async fn lift_halt(&self, ledger: &LedgerId) -> Result<(), OfficeError> {
        let values: Values<'_> = &[&ledger.as_str()];
        self.readers.query(sql::LIFT_HALT, values).await?;
        Ok(())
    }

    async fn halts(&self) -> Result<Vec<HaltRecord>, OfficeError> {
        let rows = self.readers.query(sql::LIST_HALTS, &[]).await?;
        Ok(rows.iter().map(halt).collect::<Result<_, _>>()?)
    }

    async fn keep_read_only(&self, record: &ReadOnlyRecord) -> Result<ReadOnlyRecord, OfficeError> {
        let values: Values<'_> = &[&record.reason, &record.since.as_microsecond()];
        self.readers.query(sql::KEEP_READ_ONLY, values).await?;
        let stands = self.read_only().await?;
        Ok(stands.unwrap_or_else(|| record.clone()))
    }

    async fn lift_read_only(&self) -> Result<bool, OfficeError> {
        let lifted = self.readers.query(sql::LIFT_READ_ONLY, &[]).await?;
        Ok(!lifted.is_empty())
    }

    async fn read_only(&self) -> Result<Option<ReadOnlyRecord>, OfficeError> {
        let rows = self.readers.query(sql::FIND_READ_ONLY, &[]).await?;
        Ok(rows.first().map(read_only).transpose()?)
    }
}

fn read_only(row: &Row) -> Result<ReadOnlyRecord, Fault> {
    let parser = Parser {
        table: "read_only",
        columns: &["reason", "since_us"],
        key: &true,
        row,
    };
    Ok(ReadOnlyRecord {
        reason: parser.value(0)?,
        since: parser.time(1)?,
    })
}

fn halt(row: &Row) -> Result<HaltRecord, Fault> {
    let ledger: String = row.try_get(0)?;
    let parser = Parser {
        table: "ledger_halt",
        columns: &COLUMNS,
        key: &ledger,
        row,
    };
    Ok(HaltRecord {
        ledger: parser.text(0, |slug| LedgerId::parse(slug).ok())?,
        witnessed: Position(parser.count(1)?),
        reason: parser.value(2)?,
        since: parser.time(3)?,
    })
}
