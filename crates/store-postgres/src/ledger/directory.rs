//! Which ledgers there are, under which numbers. A ledger once found stays as it is for ever.

use deadpool_postgres::Transaction;
use tokio::time::timeout;
use tokio_postgres::Row;

use crate::{
    Database,
    fault::Fault,
    limits::{READ_PATIENCE, REMEMBERED_LEDGER_COUNT_MAX},
    parser::Parser,
    readers::{Readers, Values},
    remembered::Remembered,
    sql,
};
use khen_eventlog::{LedgerId, seat::LedgerNo};

/// A ledger as the tables know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct StoredLedger {
    pub(super) ledger_no: LedgerNo,
    pub(super) source: String,
}

/// Finds ledgers, and remembers those it found.
pub(super) struct Directory {
    readers: Readers,
    known: Remembered<LedgerId, StoredLedger>,
}

impl Directory {
    pub(super) fn new(database: &Database, readers: Readers) -> Self {
        Self {
            readers,
            known: Remembered::new(database.connections(), REMEMBERED_LEDGER_COUNT_MAX),
        }
    }

    pub(super) async fn find(&self, ledger: &LedgerId) -> Result<Option<StoredLedger>, Fault> {
        if let Some(known) = self.known(ledger) {
            return Ok(Some(known));
        }
        let asked = self.known.asking();
        let rows = self
            .readers
            .query(sql::FIND_LEDGER, &[&ledger.as_str()])
            .await?;
        let found = rows.first().map(stored).transpose()?;
        let entry = found.clone().map(|found| (ledger.clone(), found));
        self.known.keep(asked, entry);
        Ok(found)
    }

    /// A ledger that was found before.
    pub(super) fn known(&self, ledger: &LedgerId) -> Option<StoredLedger> {
        self.known.get(ledger)
    }

    /// Makes a ledger, unless it is there with the same source: then says whether the server takes writes.
    pub(super) async fn create(&self, ledger: &LedgerId, source: &str) -> Result<(), Fault> {
        let made = timeout(READ_PATIENCE, self.make(ledger, source)).await;
        made.unwrap_or(Err(Fault::Silent))
    }

    async fn make(&self, ledger: &LedgerId, source: &str) -> Result<(), Fault> {
        let mut client = self.readers.lend().await?;
        let change = client.transaction().await?;
        change.execute(sql::LOCK_LEDGERS_TABLE, &[]).await?;
        let found = change
            .query_opt(sql::FIND_LEDGER, &[&ledger.as_str()])
            .await?;
        match found.as_ref().map(stored).transpose()? {
            // Nothing is written, and yet who asks learns whether anything could be.
            Some(found) if found.source == source => must_be_writable(&change).await?,
            Some(_) => return Err(Fault::OtherSource),
            None => {
                let values: Values<'_> = &[&ledger.as_str(), &source];
                change.execute(sql::INSERT_LEDGER, values).await?;
            }
        }
        Ok(change.commit().await?)
    }
}

async fn must_be_writable(change: &Transaction<'_>) -> Result<(), Fault> {
    let is_read_only = change.query_one(sql::IS_READ_ONLY, &[]).await?;
    if is_read_only.try_get(0)? {
        return Err(Fault::ReadOnly);
    }
    Ok(())
}

fn stored(row: &Row) -> Result<StoredLedger, Fault> {
    let ledger_no: i64 = row.try_get(0)?;
    let parser = Parser {
        table: "ledger",
        columns: &["ledger_no", "source"],
        key: &ledger_no,
        row,
    };
    Ok(StoredLedger {
        ledger_no: LedgerNo(ledger_no),
        source: parser.value(1)?,
    })
}
