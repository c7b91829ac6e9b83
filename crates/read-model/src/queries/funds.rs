//! Movements of the reward fund.

use sea_query::{Expr, ExprTrait, Order, Query, SelectStatement};

use super::{ask, columns_of};
use crate::{FundEntryRow, FundEntryTable, QueryError, RowReader, TableRow};

const ENTRY: &str = "entry";

/// Every movement of a budget year, in order: as many as there are decisions and returns.
///
/// # Errors
/// [`QueryError`].
pub async fn fund_entries(
    rows: &dyn RowReader,
    ledger: &str,
    year: i64,
) -> Result<Vec<FundEntryRow>, QueryError> {
    let statement = of_year(ledger, year);
    ask(
        rows,
        FundEntryRow::TABLE.name,
        statement,
        FundEntryRow::read,
    )
    .await
}

fn of_year(ledger: &str, year: i64) -> SelectStatement {
    use FundEntryTable as F;
    Query::select()
        .columns(columns_of::<FundEntryRow>(ENTRY))
        .from_as(F::Table, ENTRY)
        .and_where(Expr::col((ENTRY, F::Ledger)).eq(ledger))
        .and_where(Expr::col((ENTRY, F::Year)).eq(year))
        .order_by((ENTRY, F::Entry), Order::Asc)
        .take()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::dialects::in_both_dialects;

    #[test]
    fn both_dialects_read_the_same_movements_of_a_year() {
        assert_snapshot!(in_both_dialects(&of_year("hon-quan", 2024)));
    }
}
