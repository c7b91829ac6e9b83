//! How much of a ledger the rows know.

use std::fmt;

use sea_query::{Expr, ExprTrait, Iden, InsertStatement, OnConflict, Query, SelectStatement};

use crate::{Cells, QueryError, Row};

/// How many events of a ledger the rows know: `Cursor(n)` says "the first n".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Cursor(pub u64);

impl Cursor {
    /// Reads one row of the answer to [`all_cursors`].
    ///
    /// # Errors
    /// [`QueryError::Corrupt`] for anything but a ledger and its cursor.
    pub fn read_of_ledger(row: Row) -> Result<(String, Self), QueryError> {
        let mut cells = Cells::new("cursor_v1", row);
        let ledger = cells.take("ledger")?;
        Ok((ledger, cells.take("position").map(Self)?))
    }

    /// The cursor of rows that know the event at `position`, which counts from 0.
    #[must_use]
    pub fn past(position: u64) -> Self {
        Self(position.saturating_add(1))
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Where the rows of a ledger stand, and under which epoch they were last moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct KeptCursor {
    /// How much is known.
    pub cursor: Cursor,
    /// The epoch of whoever moved them; 0 for a process that shares its ledgers with nobody.
    pub epoch: u64,
}

impl KeptCursor {
    /// Reads the answer to [`read_cursor`]: one row, or none for a ledger that was never followed.
    ///
    /// # Errors
    /// [`QueryError::Corrupt`] for any other answer.
    pub fn read(row: Option<Row>) -> Result<Self, QueryError> {
        let Some(row) = row else {
            return Ok(Self::default());
        };
        let mut cells = Cells::new("cursor_v1", row);
        Ok(Self {
            cursor: cells.take("position").map(Cursor)?,
            epoch: cells.take("epoch")?,
        })
    }
}

/// Table `cursor_v1`: one row per ledger that the rows have followed; moved with the rows of every
/// other table, all of one version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CursorTable {
    /// The table.
    Table,
    /// The ledger.
    Ledger,
    /// How many events are known.
    Position,
    /// The epoch of whoever moved the rows last.
    Epoch,
}

impl Iden for CursorTable {
    fn unquoted(&self) -> &str {
        match self {
            Self::Table => "cursor_v1",
            Self::Ledger => "ledger",
            Self::Position => "position",
            Self::Epoch => "epoch",
        }
    }
}

/// Asks for the cursor of a ledger; [`KeptCursor::read`] reads the answer.
#[must_use]
pub fn read_cursor(ledger: &str) -> SelectStatement {
    Query::select()
        .columns([CursorTable::Position, CursorTable::Epoch])
        .from(CursorTable::Table)
        .and_where(Expr::col(CursorTable::Ledger).eq(ledger))
        .take()
}

/// Asks for the ledger and the cursor of every ledger; [`Cursor::read_of_ledger`] reads each row.
#[must_use]
pub fn all_cursors() -> SelectStatement {
    Query::select()
        .columns([CursorTable::Ledger, CursorTable::Position])
        .from(CursorTable::Table)
        .take()
}

/// Asks for the cursors of all other ledgers.
#[must_use]
pub fn other_cursors(ledger: &str) -> SelectStatement {
    Query::select()
        .column(CursorTable::Position)
        .from(CursorTable::Table)
        .and_where(Expr::col(CursorTable::Ledger).ne(ledger))
        .take()
}

/// Puts the cursor of a ledger at `to`, moved under `epoch`.
#[must_use]
pub fn move_cursor(ledger: &str, to: Cursor, epoch: u64) -> InsertStatement {
    put(
        ledger,
        to,
        epoch,
        &[CursorTable::Position, CursorTable::Epoch],
    )
}

/// Puts the cursor of a ledger at 0 and leaves its epoch.
#[must_use]
pub fn rewind_cursor(ledger: &str) -> InsertStatement {
    put(ledger, Cursor(0), 0, &[CursorTable::Position])
}

/// Puts a row, or changes `updated` of the one that is there.
fn put(ledger: &str, to: Cursor, epoch: u64, updated: &[CursorTable]) -> InsertStatement {
    let (position, epoch) = (to.0.cast_signed(), epoch.cast_signed());
    Query::insert()
        .into_table(CursorTable::Table)
        .columns([
            CursorTable::Ledger,
            CursorTable::Position,
            CursorTable::Epoch,
        ])
        .values_panic([ledger.into(), position.into(), epoch.into()])
        .on_conflict(
            OnConflict::column(CursorTable::Ledger)
                .update_columns(updated.iter().copied())
                .to_owned(),
        )
        .to_owned()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;
    use sea_query::{PostgresQueryBuilder, SqliteQueryBuilder};

    use super::*;

    #[test]
    fn both_dialects_move_the_same_cursor() {
        let statement = move_cursor("hon-quan", Cursor(7), 3);
        assert_snapshot!(statement.to_string(PostgresQueryBuilder), @r#"INSERT INTO "cursor_v1" ("ledger", "position", "epoch") VALUES ('hon-quan', 7, 3) ON CONFLICT ("ledger") DO UPDATE SET "position" = "excluded"."position", "epoch" = "excluded"."epoch""#);
        assert_snapshot!(statement.to_string(SqliteQueryBuilder), @r#"INSERT INTO "cursor_v1" ("ledger", "position", "epoch") VALUES ('hon-quan', 7, 3) ON CONFLICT ("ledger") DO UPDATE SET "position" = "excluded"."position", "epoch" = "excluded"."epoch""#);
    }

    #[test]
    fn both_dialects_rewind_the_same_cursor_and_leave_its_epoch() {
        let statement = rewind_cursor("hon-quan");
        assert_snapshot!(statement.to_string(PostgresQueryBuilder), @r#"INSERT INTO "cursor_v1" ("ledger", "position", "epoch") VALUES ('hon-quan', 0, 0) ON CONFLICT ("ledger") DO UPDATE SET "position" = "excluded"."position""#);
        assert_snapshot!(statement.to_string(SqliteQueryBuilder), @r#"INSERT INTO "cursor_v1" ("ledger", "position", "epoch") VALUES ('hon-quan', 0, 0) ON CONFLICT ("ledger") DO UPDATE SET "position" = "excluded"."position""#);
    }

    #[test]
    fn both_dialects_read_the_same_cursors() {
        let statement = all_cursors();
        assert_snapshot!(statement.to_string(PostgresQueryBuilder), @r#"SELECT "ledger", "position" FROM "cursor_v1""#);
        assert_snapshot!(statement.to_string(SqliteQueryBuilder), @r#"SELECT "ledger", "position" FROM "cursor_v1""#);
    }

    #[test]
    fn both_dialects_read_the_same_other_cursors() {
        let statement = other_cursors("hon-quan");
        assert_snapshot!(statement.to_string(PostgresQueryBuilder), @r#"SELECT "position" FROM "cursor_v1" WHERE "ledger" <> 'hon-quan'"#);
        assert_snapshot!(statement.to_string(SqliteQueryBuilder), @r#"SELECT "position" FROM "cursor_v1" WHERE "ledger" <> 'hon-quan'"#);
    }

    #[test]
    fn both_dialects_read_the_same_cursor() {
        let statement = read_cursor("hon-quan");
        assert_snapshot!(statement.to_string(PostgresQueryBuilder), @r#"SELECT "position", "epoch" FROM "cursor_v1" WHERE "ledger" = 'hon-quan'"#);
        assert_snapshot!(statement.to_string(SqliteQueryBuilder), @r#"SELECT "position", "epoch" FROM "cursor_v1" WHERE "ledger" = 'hon-quan'"#);
    }
}
