//! How much of a ledger the rows know.

use std::fmt;

use sea_query::{Expr, ExprTrait, Iden, InsertStatement, OnConflict, Query, SelectStatement};

use crate::{Cells, QueryError, Row};

/// How many events of a ledger the rows know: `Cursor(n)` says "the first n".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Cursor(pub u64);

impl Cursor {
    /// Reads the answer to [`read_cursor`]: one row with one number, or no row, which means 0.
    ///
    /// # Errors
    /// [`QueryError::Corrupt`] for any other answer.
    pub fn read(row: Option<Row>) -> Result<Self, QueryError> {
        let Some(row) = row else {
            return Ok(Self(0));
        };
        Cells::new("cursor_v1", row).take("position").map(Self)
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
}

impl Iden for CursorTable {
    fn unquoted(&self) -> &str {
        match self {
            Self::Table => "cursor_v1",
            Self::Ledger => "ledger",
            Self::Position => "position",
        }
    }
}

/// Asks for the cursor of a ledger; [`Cursor::read`] reads the answer.
#[must_use]
pub fn read_cursor(ledger: &str) -> SelectStatement {
    Query::select()
        .column(CursorTable::Position)
        .from(CursorTable::Table)
        .and_where(Expr::col(CursorTable::Ledger).eq(ledger))
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

/// Puts the cursor of a ledger at `to`.
#[must_use]
pub fn move_cursor(ledger: &str, to: Cursor) -> InsertStatement {
    Query::insert()
        .into_table(CursorTable::Table)
        .columns([CursorTable::Ledger, CursorTable::Position])
        .values_panic([ledger.into(), to.0.cast_signed().into()])
        .on_conflict(
            OnConflict::column(CursorTable::Ledger)
                .update_column(CursorTable::Position)
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
        let statement = move_cursor("hon-quan", Cursor(7));
        assert_snapshot!(statement.to_string(PostgresQueryBuilder), @r#"INSERT INTO "cursor_v1" ("ledger", "position") VALUES ('hon-quan', 7) ON CONFLICT ("ledger") DO UPDATE SET "position" = "excluded"."position""#);
        assert_snapshot!(statement.to_string(SqliteQueryBuilder), @r#"INSERT INTO "cursor_v1" ("ledger", "position") VALUES ('hon-quan', 7) ON CONFLICT ("ledger") DO UPDATE SET "position" = "excluded"."position""#);
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
        assert_snapshot!(statement.to_string(PostgresQueryBuilder), @r#"SELECT "position" FROM "cursor_v1" WHERE "ledger" = 'hon-quan'"#);
        assert_snapshot!(statement.to_string(SqliteQueryBuilder), @r#"SELECT "position" FROM "cursor_v1" WHERE "ledger" = 'hon-quan'"#);
    }
}
