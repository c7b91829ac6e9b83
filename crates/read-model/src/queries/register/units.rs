//! The register of units.

use sea_query::{Expr, ExprTrait, Order, Query, SelectStatement};

use super::{Register, RegisterFilter, cursor, has_changed, page};
use crate::{QueryError, RowReader, TableRow, UnitRow, UnitTable, queries::columns_of};

const UNIT: &str = "unit";

/// Units of the directory, those that ended included, in the order of their ids.
///
/// # Errors
/// [`QueryError`].
pub async fn register_of_units(
    rows: &dyn RowReader,
    ledger: &str,
    filter: &RegisterFilter,
) -> Result<Register<UnitRow>, QueryError> {
    let asked = (statement(ledger, filter), filter.size);
    let key = |row: &UnitRow| row.unit.clone();
    page(rows, ledger, UnitRow::TABLE.name, asked, UnitRow::read, key).await
}

fn statement(ledger: &str, filter: &RegisterFilter) -> SelectStatement {
    use UnitTable as U;
    let col = |column: U| Expr::col((UNIT, column));
    Query::select()
        .expr(cursor(ledger))
        .columns(columns_of::<UnitRow>(UNIT))
        .from_as(U::Table, UNIT)
        .and_where(col(U::Ledger).eq(ledger))
        .and_where_option(has_changed(filter, (UNIT, U::Position)))
        .and_where_option(filter.after.as_deref().map(|after| col(U::Unit).gt(after)))
        .order_by((UNIT, U::Unit), Order::Asc)
        .limit(filter.size.probe())
        .take()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::{PageSize, dialects::in_both_dialects};

    #[test]
    fn both_dialects_read_the_same_register_of_units() {
        let filter = RegisterFilter {
            changed_since: 12,
            after: Some("noi-vu".into()),
            size: PageSize::default(),
        };
        assert_snapshot!(in_both_dialects(&statement("hon-quan", &filter)));
    }
}
