//! The questions, one file each.

pub(crate) mod assignments;
pub(crate) mod awards;
pub(crate) mod board;
pub(crate) mod campaigns;
pub(crate) mod decisions;
pub(crate) mod due;
pub(crate) mod funds;
pub(crate) mod late;
pub(crate) mod named;
pub(crate) mod nominations;
pub(crate) mod people;
mod place;
pub(crate) mod queue;
pub(crate) mod quota;
pub(crate) mod register;
pub(crate) mod tickets;
pub(crate) mod units;

use sea_query::{DynIden, Expr, ExprTrait, IntoIden, SelectStatement};

use crate::{Cells, QueryError, RowReader, TableRow};

/// All columns of a table under its alias.
fn columns_of<T: TableRow>(
    alias: &'static str,
) -> impl Iterator<Item = (&'static str, &'static str)> {
    T::TABLE
        .columns
        .iter()
        .map(move |column| (alias, column.name))
}

/// Whether two columns of different tables are equal.
fn same(one: (&'static str, impl IntoIden), other: (&'static str, impl IntoIden)) -> Expr {
    let other: (DynIden, DynIden) = (other.0.into_iden(), other.1.into_iden());
    Expr::col((one.0, one.1)).equals(other)
}

/// The answers to a statement, each read by `read`.
async fn ask<T>(
    rows: &dyn RowReader,
    table: &'static str,
    statement: SelectStatement,
    read: impl Fn(&mut Cells) -> Result<T, QueryError>,
) -> Result<Vec<T>, QueryError> {
    let found = rows.select(statement).await?;
    found
        .into_iter()
        .map(|row| read(&mut Cells::new(table, row)))
        .collect()
}
