//! Units of the directory.

use sea_query::{Cond, Expr, ExprTrait, Query, SelectStatement};

use super::{ask, columns_of, place::Order};
use crate::{Page, PageSize, QueryError, RowReader, Search, TableRow, UnitRow, UnitTable};

const UNIT: &str = "unit";

/// Which units.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnitFilter {
    /// Of this kind, in the word of the domain.
    pub kind: Option<String>,
    /// Of this group.
    pub group: Option<String>,
    /// Whose names hold this text.
    pub search: Option<Search>,
}

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
    statement.and_where(col(UnitTable::Unit).eq(unit));
    let found = ask(rows, UnitRow::TABLE.name, statement, UnitRow::read).await?;
    Ok(found.into_iter().next())
}

/// Units in the order of their names, after the unit with the id `after`; with a search, the better
/// hits first.
///
/// # Errors
/// [`QueryError`].
pub async fn units(
    rows: &dyn RowReader,
    ledger: &str,
    filter: &UnitFilter,
    after: Option<&str>,
    size: PageSize,
) -> Result<Page<UnitRow>, QueryError> {
    let statement = page(ledger, filter, after, size);
    let found = ask(rows, UnitRow::TABLE.name, statement, UnitRow::read).await?;
    Ok(Page::cut(found, size, |row| row.unit.clone()))
}

fn col(column: UnitTable) -> Expr {
    Expr::col((UNIT, column))
}

fn select(ledger: &str) -> SelectStatement {
    Query::select()
        .columns(columns_of::<UnitRow>(UNIT))
        .from_as(UnitTable::Table, UNIT)
        .and_where(col(UnitTable::Ledger).eq(ledger))
        .take()
}

fn page(ledger: &str, filter: &UnitFilter, after: Option<&str>, size: PageSize) -> SelectStatement {
    use UnitTable as U;
    let search = filter.search.as_ref();
    let rank = search.map(|search| search.rank([col(U::Spelled)]));
    let order = Order::by_key(col(U::Unit))
        .first_by([col(U::SortKey)])
        .first_by(rank);
    let is = |column: U, word: &Option<String>| word.as_deref().map(|word| col(column).eq(word));
    let found = search.map(|search| {
        let by_name = Cond::any().add(search.is_in(col(U::Folded)));
        by_name.add(search.is_in(col(U::Unit)))
    });
    let mut page = select(ledger);
    let behind = after.map(|after| order.is_behind(&page, vec![Expr::val(after)]));
    page.and_where_option(is(U::Kind, &filter.kind))
        .and_where_option(is(U::GroupId, &filter.group))
        .cond_where(Cond::all().add_option(found))
        .and_where_option(behind)
        .limit(size.probe());
    order.sort(&mut page);
    page
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::dialects::in_both_dialects;

    #[test]
    fn both_dialects_read_the_same_page_of_units() {
        let filter = UnitFilter {
            kind: Some("specialised_agency".into()),
            group: Some("agencies".into()),
            search: Search::of("Tư pháp"),
        };
        let statement = page("hon-quan", &filter, Some("noi-vu"), PageSize::default());
        assert_snapshot!(in_both_dialects(&statement));
    }
}
