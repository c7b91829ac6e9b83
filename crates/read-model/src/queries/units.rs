//! Units of the directory.

use sea_query::{Expr, ExprTrait, Order, Query, SelectStatement};

use super::{ask, columns_of};
use crate::{Page, PageSize, QueryError, RowReader, TableRow, UnitRow, UnitTable};

const UNIT: &str = "unit";

/// One unit, or `None`.
///
/// # Errors
/// [`QueryError`].
pub async fn unit(
    rows: &dyn RowReader,
    ledger: &str,
    unit: &str,
) -> Result<Option<UnitRow>, QueryError> {
    let mut statement = select(ledger);
    statement.and_where(Expr::col((UNIT, UnitTable::Unit)).eq(unit));
    let found = ask(rows, UnitRow::TABLE.name, statement, UnitRow::read).await?;
    Ok(found.into_iter().next())
}

/// Units, in the order of their ids, after the id `after`.
///
/// # Errors
/// [`QueryError`].
pub async fn units(
    rows: &dyn RowReader,
    ledger: &str,
    after: Option<&str>,
    size: PageSize,
) -> Result<Page<UnitRow>, QueryError> {
    let statement = page(ledger, after, size);
    let found = ask(rows, UnitRow::TABLE.name, statement, UnitRow::read).await?;
    Ok(Page::cut(found, size, |row| row.unit.clone()))
}

fn select(ledger: &str) -> SelectStatement {
    Query::select()
        .columns(columns_of::<UnitRow>(UNIT))
        .from_as(UnitTable::Table, UNIT)
        .and_where(Expr::col((UNIT, UnitTable::Ledger)).eq(ledger))
        .take()
}

fn page(ledger: &str, after: Option<&str>, size: PageSize) -> SelectStatement {
    let key = || Expr::col((UNIT, UnitTable::Unit));
    select(ledger)
        .and_where_option(after.map(|after| key().gt(after)))
        .order_by((UNIT, UnitTable::Unit), Order::Asc)
        .limit(size.probe())
        .take()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::dialects::in_both_dialects;

    #[test]
    fn both_dialects_read_the_same_page_of_units() {
        let statement = page("hon-quan", Some("noi-vu"), PageSize::default());
        assert_snapshot!(in_both_dialects(&statement));
    }
}
