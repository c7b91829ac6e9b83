//! Copies all rows from one attached file to another.

use rusqlite::{Connection, params_from_iter};
use sea_query::{DeleteStatement, InsertStatement, Query, SqliteQueryBuilder};

use super::bind::bound;
use crate::fault::Fault;
use khen_read_model::TABLES;

/// The name under which SQLite knows the file that was opened.
pub(super) const SERVED: &str = "main";
/// The name under which the set is attached that takes its place.
pub(super) const OTHER: &str = "other";
/// The name under which the file is attached that keeps what served.
pub(super) const KEPT: &str = "kept";

/// The table of the cursors, with its columns.
const CURSORS: (&str, [&str; 3]) = ("cursor_v1", ["ledger", "position", "epoch"]);

/// Puts all that stands in `from` in place of all that stands in `to`.
pub(super) fn copy(
    connection: &Connection,
    from: &'static str,
    to: &'static str,
) -> Result<(), Fault> {
    for (table, columns) in tables() {
        let (sql, values) = emptied(to, table).build(SqliteQueryBuilder);
        connection.execute(&sql, params_from_iter(bound(values)?))?;
        let (sql, values) = copied(from, to, table, &columns).build(SqliteQueryBuilder);
        connection.execute(&sql, params_from_iter(bound(values)?))?;
    }
    Ok(())
}

/// Every table with its columns, that of the cursors first.
fn tables() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    let cursors = std::iter::once((CURSORS.0, CURSORS.1.to_vec()));
    cursors.chain(TABLES.iter().map(|table| {
        let columns = table.columns.iter().map(|column| column.name);
        (table.name, columns.collect())
    }))
}

fn emptied(file: &'static str, table: &'static str) -> DeleteStatement {
    Query::delete().from_table((file, table)).to_owned()
}

fn copied(
    from: &'static str,
    to: &'static str,
    table: &'static str,
    columns: &[&'static str],
) -> InsertStatement {
    let columns = columns.iter().copied();
    let rows = Query::select()
        .columns(columns.clone())
        .from((from, table))
        .to_owned();
    Query::insert()
        .into_table((to, table))
        .columns(columns)
        .select_from(rows)
        .expect("as many columns are read as are written")
        .to_owned()
}
