//! Persons of the directory, with their names.

use sea_query::{Cond, Expr, ExprTrait, Func, JoinType, Order, Query, SelectStatement};

use super::{ask, columns_of, same};
use crate::{
    Cells, ClearValueTable, Page, PageSize, PersonRow, PersonTable, QueryError, RowReader, TableRow,
};

const PERSON: &str = "person";
const NAME: &str = "name";

/// Which persons.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PersonFilter {
    /// This one only.
    pub person: Option<String>,
    /// Who work for this unit.
    pub unit: Option<String>,
}

/// A person and their name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedPerson {
    /// The person.
    pub row: PersonRow,
    /// The name, unless the person is erased.
    pub name: Option<String>,
    sort_key: String,
}

/// Persons in the order of their given names, nameless ones first, after the person `after`. That
/// place is looked up, so that no name stands in the link to a page.
///
/// # Errors
/// [`QueryError`].
pub async fn people(
    rows: &dyn RowReader,
    ledger: &str,
    filter: &PersonFilter,
    after: Option<&str>,
    size: PageSize,
) -> Result<Page<NamedPerson>, QueryError> {
    let after = match after {
        Some(after) => Some((sort_key_of(rows, ledger, after).await?, after)),
        None => None,
    };
    let statement = page(ledger, filter, after, size);
    let found = ask(rows, PersonRow::TABLE.name, statement, read).await?;
    Ok(Page::cut(found, size, |one| one.row.person.clone()))
}

async fn sort_key_of(
    rows: &dyn RowReader,
    ledger: &str,
    person: &str,
) -> Result<String, QueryError> {
    let filter = PersonFilter {
        person: Some(person.to_owned()),
        ..PersonFilter::default()
    };
    let statement = page(ledger, &filter, None, PageSize::default());
    let found = ask(rows, PersonRow::TABLE.name, statement, read).await?;
    let found = found.into_iter().next();
    Ok(found.map(|one| one.sort_key).unwrap_or_default())
}

fn read(cells: &mut Cells) -> Result<NamedPerson, QueryError> {
    Ok(NamedPerson {
        row: PersonRow::read(cells)?,
        name: cells.take("name")?,
        sort_key: cells.take("sort_key")?,
    })
}

/// Nameless persons have an empty key, because a missing one compares with nothing.
fn sort_key() -> Expr {
    let missing = Expr::val("");
    Func::coalesce([Expr::col((NAME, ClearValueTable::SortKey)), missing]).into()
}

fn select(ledger: &str) -> SelectStatement {
    use PersonTable as P;
    let of_name = Cond::all()
        .add(same((NAME, ClearValueTable::Ledger), (PERSON, P::Ledger)))
        .add(same((NAME, ClearValueTable::Value), (PERSON, P::NameValue)));
    Query::select()
        .columns(columns_of::<PersonRow>(PERSON))
        .column((NAME, ClearValueTable::Text))
        .expr_as(sort_key(), ClearValueTable::SortKey)
        .from_as(P::Table, PERSON)
        .join_as(JoinType::LeftJoin, ClearValueTable::Table, NAME, of_name)
        .and_where(Expr::col((PERSON, P::Ledger)).eq(ledger))
        .take()
}

fn page(
    ledger: &str,
    filter: &PersonFilter,
    after: Option<(String, &str)>,
    size: PageSize,
) -> SelectStatement {
    use PersonTable as P;
    let is = |column: P, word: &Option<String>| {
        let word = word.as_deref();
        word.map(|word| Expr::col((PERSON, column)).eq(word))
    };
    let place = || Expr::tuple([sort_key(), Expr::col((PERSON, P::Person))]);
    let after = after.map(|(key, id)| place().gt(Expr::tuple([Expr::val(key), Expr::val(id)])));
    select(ledger)
        .and_where_option(is(P::Person, &filter.person))
        .and_where_option(is(P::Unit, &filter.unit))
        .and_where_option(after)
        .order_by_expr(sort_key(), Order::Asc)
        .order_by((PERSON, P::Person), Order::Asc)
        .limit(size.probe())
        .take()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::dialects::in_both_dialects;

    #[test]
    fn both_dialects_read_the_same_page_of_people() {
        let filter = PersonFilter {
            unit: Some("tu-phap".into()),
            ..PersonFilter::default()
        };
        let after = Some(("hoa minh thi".to_owned(), "7"));
        let statement = page("hon-quan", &filter, after, PageSize::default());
        assert_snapshot!(in_both_dialects(&statement));
    }
}
