//! Registers for programs outside: whole tables, or what has changed in them.
//!
//! A page is one statement, the cursor of the rows included, so that rows and cursor are of one moment.
//! No row ever leaves a register: who asks for changes misses nothing.

pub(crate) mod awards;
pub(crate) mod decisions;
pub(crate) mod units;

use sea_query::{Expr, ExprTrait, Iden, Query, SelectStatement};

use super::ask;
use crate::{Cells, Cursor, CursorTable, Page, PageSize, QueryError, RowReader};

/// Which rows of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterFilter {
    /// "I know what the first so many events made of it": rows without a later change are left out.
    pub changed_since: u64,
    /// Behind the row with this key.
    pub after: Option<String>,
    /// Rows of the page.
    pub size: PageSize,
}

/// A page of a register, as it was at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Register<T> {
    /// How many events the rows knew.
    pub as_of: Cursor,
    /// The rows, in the order of their keys.
    pub page: Page<T>,
}

/// Asks for a page; `statement` gets the cursor as its first column.
async fn page<T>(
    rows: &dyn RowReader,
    ledger: &str,
    table: &'static str,
    (statement, size): (SelectStatement, PageSize),
    read: impl Fn(&mut Cells) -> Result<T, QueryError>,
    key: impl Fn(&T) -> String,
) -> Result<Register<T>, QueryError> {
    // Of an empty page this is the cursor: what is not there later was not there before.
    let before = rows.cursor(ledger).await?;
    let found = ask(rows, table, statement, |cells| {
        let as_of: u64 = cells.take("cursor")?;
        Ok((Cursor(as_of), read(cells)?))
    });
    let found = found.await?;
    let as_of = found.first().map_or(before, |(as_of, _)| *as_of);
    let items = found.into_iter().map(|(_, row)| row).collect();
    Ok(Register {
        as_of,
        page: Page::cut(items, size, key),
    })
}

/// The cursor of a ledger, as a value of the statement that it stands in.
fn cursor(ledger: &str) -> Expr {
    let cursor = Query::select()
        .column(CursorTable::Position)
        .from(CursorTable::Table)
        .and_where(Expr::col(CursorTable::Ledger).eq(ledger))
        .take();
    Expr::from(cursor)
}

/// Whether the row of `alias` has changed since; `None` when every row is asked for.
fn has_changed(
    filter: &RegisterFilter,
    position: (&'static str, impl Iden + Copy + 'static),
) -> Option<Expr> {
    (filter.changed_since > 0).then(|| Expr::col(position).gte(filter.changed_since))
}
