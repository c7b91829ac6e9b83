//! What a batch does to the tables.

use std::{collections::BTreeMap, sync::LazyLock};

use deadpool_postgres::Transaction;
use sea_query::{DeleteStatement, InsertStatement, PostgresQueryBuilder};
use tokio_postgres::types::{ToSql, Type};

use super::bind::{Bound, bound};
use crate::fault::Fault;
use khen_read_model::{Cell, CellKind, Puts, TABLES, put_columns_statement};

/// The statement that puts rows, by table.
static PUT: LazyLock<BTreeMap<&str, String>> = LazyLock::new(|| {
    let tables = TABLES.iter();
    let statement = |table| put_columns_statement(table).to_string(PostgresQueryBuilder);
    tables.map(|table| (table.name, statement(table))).collect()
});

/// The texts of these statements differ with the number of keys: none is worth keeping prepared.
pub(super) async fn remove(
    change: &Transaction<'_>,
    statements: &[DeleteStatement],
) -> Result<(), Fault> {
    for statement in statements {
        let (sql, values) = statement.build(PostgresQueryBuilder);
        execute(change, &sql, &bound(values)?).await?;
    }
    Ok(())
}

pub(super) async fn put_cursor(
    change: &Transaction<'_>,
    statement: &InsertStatement,
) -> Result<(), Fault> {
    let (sql, values) = statement.build(PostgresQueryBuilder);
    execute(change, &sql, &bound(values)?).await
}

async fn execute(change: &Transaction<'_>, sql: &str, values: &[Bound]) -> Result<(), Fault> {
    let typed: Vec<(&(dyn ToSql + Sync), Type)> = values
        .iter()
        .map(|value| (value as _, value.kind()))
        .collect();
    change.query_typed(sql, &typed).await?;
    Ok(())
}

/// All rows of one table in one statement, column by column.
pub(super) async fn put(change: &Transaction<'_>, puts: &Puts<'_>) -> Result<(), Fault> {
    if puts.rows.is_empty() {
        return Ok(());
    }
    let columns = puts.table.columns.iter().enumerate();
    let columns: Vec<Column<'_>> = columns
        .map(|(index, column)| {
            let cells = puts.rows.iter().filter_map(|row| row.0.get(index));
            Column::of(column.kind, cells)
        })
        .collect();
    let values: Vec<&(dyn ToSql + Sync)> = columns.iter().map(Column::value).collect();
    let statement = change.prepare_cached(&PUT[puts.table.name]).await?;
    change.execute(&statement, &values).await?;
    Ok(())
}

/// The values of one column.
enum Column<'a> {
    Int(Vec<Option<i64>>),
    Text(Vec<Option<&'a str>>),
}

impl<'a> Column<'a> {
    fn of(kind: CellKind, cells: impl Iterator<Item = &'a Cell>) -> Self {
        match kind {
            CellKind::Int => Self::Int(cells.map(int).collect()),
            CellKind::Text => Self::Text(cells.map(text).collect()),
        }
    }

    fn value(&self) -> &(dyn ToSql + Sync) {
        match self {
            Self::Int(numbers) => numbers,
            Self::Text(texts) => texts,
        }
    }
}

/// A cell of another kind than its column would be refused as missing, by a constraint.
fn int(cell: &Cell) -> Option<i64> {
    match cell {
        Cell::Int(number) => Some(*number),
        Cell::Null | Cell::Text(_) => None,
    }
}

fn text(cell: &Cell) -> Option<&str> {
    match cell {
        Cell::Text(text) => Some(text),
        Cell::Null | Cell::Int(_) => None,
    }
}
