//! What moves rows from one cursor to the next.

use std::collections::BTreeMap;

use crate::{ApplyError, Cursor, KeptCursor, Row, Table, TableRow};

/// The changes that some events mean, for one ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    ledger: String,
    expected: Cursor,
    next: Cursor,
    epoch: u64,
    changes: BTreeMap<&'static str, TableChanges>,
    forgotten: Vec<String>,
}

/// The changes of one table, one per key: a row to be put, or none where one is to be removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TableChanges {
    pub(crate) table: &'static Table,
    pub(crate) rows: BTreeMap<String, Option<Row>>,
}

impl Batch {
    /// A batch that takes the rows of `ledger` from `expected` to `next`, moved by a process that
    /// shares its ledgers with nobody: under epoch 0.
    #[must_use]
    pub fn new(ledger: &str, expected: Cursor, next: Cursor) -> Self {
        Self {
            ledger: ledger.to_owned(),
            expected,
            next,
            epoch: 0,
            changes: BTreeMap::new(),
            forgotten: Vec::new(),
        }
    }

    /// The same batch, moved under the epoch of a lease.
    #[must_use]
    pub fn with_epoch(self, epoch: u64) -> Self {
        Self { epoch, ..self }
    }

    /// Puts `row`, in place of one with the same key.
    pub fn put<T: TableRow>(&mut self, row: &T) {
        let (key, row) = (row.key().to_owned(), row.row(&self.ledger));
        self.of_table(T::TABLE).insert(key, Some(row));
    }

    /// Removes the row of this key, if there is one.
    pub fn remove<T: TableRow>(&mut self, key: &str) {
        self.of_table(T::TABLE).insert(key.to_owned(), None);
    }

    /// Removes every clear value of `owner` that was put by an earlier batch.
    pub fn forget(&mut self, owner: &str) {
        self.forgotten.push(owner.to_owned());
    }

    /// The ledger.
    #[must_use]
    pub fn ledger(&self) -> &str {
        &self.ledger
    }

    /// Where the rows must be.
    #[must_use]
    pub fn expected(&self) -> Cursor {
        self.expected
    }

    /// Where the rows will be.
    #[must_use]
    pub fn next(&self) -> Cursor {
        self.next
    }

    /// The epoch that the cursor will keep.
    #[must_use]
    pub fn epoch(&self) -> u64 {
        self.epoch
    }

    /// Whether rows that stand at `kept` may be moved by this batch.
    ///
    /// # Errors
    /// [`ApplyError::Fenced`] after a later epoch, else [`ApplyError::CursorMoved`] anywhere but
    /// where the batch starts.
    pub fn may_follow(&self, kept: KeptCursor) -> Result<(), ApplyError> {
        if kept.epoch > self.epoch {
            return Err(ApplyError::Fenced {
                epoch: self.epoch,
                kept: kept.epoch,
            });
        }
        if kept.cursor != self.expected {
            return Err(ApplyError::CursorMoved {
                expected: self.expected,
                actual: kept.cursor,
            });
        }
        Ok(())
    }

    /// Whether values must be wiped before the cursor moves.
    #[must_use]
    pub fn forgets(&self) -> bool {
        !self.forgotten.is_empty()
    }

    pub(crate) fn forgotten(&self) -> &[String] {
        &self.forgotten
    }

    pub(crate) fn changes(&self) -> impl Iterator<Item = &TableChanges> {
        self.changes.values()
    }

    fn of_table(&mut self, table: &'static Table) -> &mut BTreeMap<String, Option<Row>> {
        let changes = self.changes.entry(table.name);
        let empty = || TableChanges {
            table,
            rows: BTreeMap::new(),
        };
        &mut changes.or_insert_with(empty).rows
    }
}
