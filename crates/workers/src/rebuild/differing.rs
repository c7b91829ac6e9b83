//! Names the rows that serve and are not what the ledger says.

use std::{collections::BTreeMap, sync::Arc};

use super::{Rebuild, error::RebuildError, filling::Filling, progress::Progress};
use crate::RowsSink;
use khen_eventlog::{Ledger, LedgerId, Position};
use khen_read_model::{Cell, Cursor, Row, RowReader, TABLES, Table, content_statement};

/// Times that rows are read again because they moved meanwhile.
const TRY_COUNT_MAX: usize = 16;

/// A row that is not what a fresh fold of the ledger makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OddRow {
    /// Of which ledger.
    pub ledger: LedgerId,
    /// Its table.
    pub table: &'static str,
    /// Its key within the ledger.
    pub key: String,
    /// What is odd.
    pub oddness: Oddness,
}

/// What is odd about a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Oddness {
    /// A column holds something else.
    Changed,
    /// The row is not there.
    Missing,
    /// No event made such a row.
    Added,
}

type Rows = BTreeMap<String, Row>;

impl Rebuild {
    /// Folds all ledgers afresh into another set of rows, as far as those that serve know them, and
    /// names every row that differs. Nothing takes the place of anything.
    ///
    /// # Errors
    /// [`RebuildError`].
    pub async fn differing(
        &self,
        report: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<Vec<OddRow>, RebuildError> {
        let sink = RowsSink::new(self.sets.beside().await?, self.vault.clone());
        let mut filling = Filling::begin(Arc::clone(&self.feed), sink, report).await?;
        let served = self.sets.served();
        let (ledgers, _) = filling.look().await?;
        let mut odd = Vec::new();
        for ledger in &ledgers {
            odd.extend(differing_in(&mut filling, &*served, ledger).await?);
        }
        Ok(odd)
    }
}

async fn differing_in(
    filling: &mut Filling<'_>,
    served: &dyn RowReader,
    ledger: &Ledger,
) -> Result<Vec<OddRow>, RebuildError> {
    let mut odd = Vec::new();
    for _ in 0..TRY_COUNT_MAX {
        let slug = ledger.id.as_str();
        let before = served.cursor(slug).await?;
        filling.follow(ledger, Position(before.0)).await?;
        odd.clear();
        for table in TABLES {
            let (here, made) = (rows(served, table, slug).await?, filling.rows());
            let made = rows(&*made, table, slug).await?;
            odd.extend(compared(&ledger.id, table, &here, &made));
        }
        // Rows that moved while they were read belong to no one moment.
        let after: Cursor = served.cursor(slug).await?;
        if odd.is_empty() || before == after {
            break;
        }
    }
    Ok(odd)
}

async fn rows(
    reader: &(impl RowReader + ?Sized),
    table: &Table,
    ledger: &str,
) -> Result<Rows, RebuildError> {
    let rows = reader.select(content_statement(table, ledger)).await?;
    Ok(rows.into_iter().map(|row| (key(&row), row)).collect())
}

/// The second cell of every row.
fn key(row: &Row) -> String {
    match row.0.get(1) {
        Some(Cell::Text(key)) => key.clone(),
        Some(Cell::Int(key)) => key.to_string(),
        Some(Cell::Null) | None => String::new(),
    }
}

fn compared(ledger: &LedgerId, table: &Table, here: &Rows, made: &Rows) -> Vec<OddRow> {
    let odd = |key: &String, oddness| OddRow {
        ledger: ledger.clone(),
        table: table.name,
        key: key.clone(),
        oddness,
    };
    let lost = made.keys().filter(|key| !here.contains_key(*key));
    let lost = lost.map(|key| odd(key, Oddness::Missing));
    let others = here.iter().filter_map(|(key, row)| match made.get(key) {
        Some(made) if made == row => None,
        Some(_) => Some(odd(key, Oddness::Changed)),
        None => Some(odd(key, Oddness::Added)),
    });
    others.chain(lost).collect()
}
