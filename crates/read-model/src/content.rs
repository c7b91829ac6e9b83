//! The hash over all rows of a ledger, by which a rebuild proves itself.

use std::fmt;

use sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sha2::{Digest, Sha256};

use crate::{Cell, Row, Table};

/// SHA-256 over every row of a ledger: equal rows, equal hash, in every store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContentHash(pub [u8; 32]);

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Every row of one table. An adapter reads all tables in one transaction and feeds each row to a
/// [`ContentHasher`].
#[must_use]
pub fn content_statement(table: &Table, ledger: &str) -> SelectStatement {
    Query::select()
        .columns(table.columns.iter().map(|column| column.name))
        .from(table.name)
        .and_where(Expr::col(table.ledger()).eq(ledger))
        .take()
}

/// Takes rows in any order: databases sort texts differently, so their order must not matter. It
/// keeps 32 bytes a row until the end.
#[derive(Debug, Clone, Default)]
pub struct ContentHasher {
    rows: Vec<[u8; 32]>,
}

impl ContentHasher {
    /// Takes one row of `table`.
    pub fn add(&mut self, table: &Table, row: &Row) {
        let mut hash = Sha256::new();
        take(&mut hash, b't', table.name.as_bytes());
        for cell in &row.0 {
            match cell {
                Cell::Null => hash.update(b"n"),
                Cell::Int(number) => take(&mut hash, b'i', &number.to_be_bytes()),
                Cell::Text(text) => take(&mut hash, b't', text.as_bytes()),
            }
        }
        self.rows.push(hash.finalize().into());
    }

    /// The hash over all rows taken.
    #[must_use]
    pub fn finish(mut self) -> ContentHash {
        self.rows.sort_unstable();
        let mut hash = Sha256::new();
        self.rows.iter().for_each(|row| hash.update(row));
        ContentHash(hash.finalize().into())
    }
}

/// Kind and length first, so that neighbours never run together.
fn take(hash: &mut Sha256, kind: u8, bytes: &[u8]) {
    hash.update([kind]);
    hash.update((bytes.len() as u64).to_be_bytes());
    hash.update(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PersonRow, TableRow, UnitRow};

    fn row(cells: &[&str]) -> Row {
        Row(cells
            .iter()
            .map(|text| Cell::Text((*text).into()))
            .collect())
    }

    fn hash(rows: &[&Row]) -> ContentHash {
        let mut hasher = ContentHasher::default();
        for row in rows {
            hasher.add(PersonRow::TABLE, row);
        }
        hasher.finish()
    }

    #[test]
    fn the_order_of_rows_does_not_matter() {
        let (one, two) = (row(&["a", "b"]), row(&["c", "d"]));
        assert_eq!(hash(&[&one, &two]), hash(&[&two, &one]));
        assert_ne!(hash(&[&one, &two]), hash(&[&one]));
        assert_ne!(hash(&[&one, &one]), hash(&[&one]));
    }

    #[test]
    fn neighbours_never_run_together() {
        assert_ne!(hash(&[&row(&["ab", "c"])]), hash(&[&row(&["a", "bc"])]));
        let seven = Row(vec![Cell::Int(7)]);
        assert_ne!(hash(&[&seven]), hash(&[&row(&["7"])]));
        assert_ne!(hash(&[&Row(vec![Cell::Null])]), hash(&[&row(&[""])]));
    }

    #[test]
    fn the_same_cells_of_another_table_are_other_content() {
        let mut other = ContentHasher::default();
        other.add(UnitRow::TABLE, &row(&["a"]));
        assert_ne!(other.finish(), hash(&[&row(&["a"])]));
    }
}
