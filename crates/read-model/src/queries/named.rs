//! Rows of people: searched by name, listed by given name.
//!
//! A page's link names no person: the place of the row that it begins after is looked up.

use sea_query::{Cond, Expr, Func, Iden, JoinType, SelectStatement};

use super::{ask, place::Order, same};
use crate::{Cells, ClearValueTable, Page, PageSize, QueryError, RowReader, Search, TableRow};

const NAME: &str = "name";

/// A row about a person, and the person's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named<T> {
    /// The row.
    pub row: T,
    /// The name, unless the person is erased.
    pub name: Option<String>,
}

/// A list of people: every row of a table, joined with what holds the name.
pub(super) struct People {
    /// The rows of the ledger, with the columns of `T` first.
    pub(super) every: SelectStatement,
    /// The column that no two rows share.
    pub(super) key: Expr,
    /// The rows that are asked for.
    pub(super) filter: Cond,
}

/// Which page of them.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) search: Option<&'a Search>,
    pub(super) after: Option<&'a str>,
    pub(super) size: PageSize,
}

/// Joins the clear value that `(alias, column)` names.
pub(super) fn with_name<I: Iden + Copy + 'static>(
    select: &mut SelectStatement,
    (alias, ledger, value): (&'static str, I, I),
) {
    let on = Cond::all()
        .add(same((NAME, ClearValueTable::Ledger), (alias, ledger)))
        .add(same((NAME, ClearValueTable::Value), (alias, value)));
    select.column((NAME, ClearValueTable::Text)).join_as(
        JoinType::LeftJoin,
        ClearValueTable::Table,
        NAME,
        on,
    );
}

/// A page of `people`, by given name, nameless ones first; with a search, the better hits first.
pub(super) async fn page<T: TableRow>(
    rows: &dyn RowReader,
    people: People,
    asked: Asked<'_>,
    key: impl Fn(&T) -> String,
) -> Result<Page<Named<T>>, QueryError> {
    let size = asked.size;
    let statement = statement(people, asked);
    let found = ask(rows, T::TABLE.name, statement, read).await?;
    Ok(Page::cut(found, size, |one: &Named<T>| key(&one.row)))
}

fn read<T: TableRow>(cells: &mut Cells) -> Result<Named<T>, QueryError> {
    Ok(Named {
        row: T::read(cells)?,
        name: cells.take("name")?,
    })
}

pub(super) fn statement(people: People, asked: Asked<'_>) -> SelectStatement {
    let People { every, key, filter } = people;
    let column = |column| Expr::col((NAME, column));
    let search = asked.search;
    let found = search.map(|search| search.is_in(column(ClearValueTable::Folded)));
    let rank = search.map(|search| search.rank([column(ClearValueTable::Spelled)]));
    let order = Order::by_key(key).first_by([sort_key()]).first_by(rank);
    let behind = asked
        .after
        .map(|after| order.is_behind(&every, vec![Expr::val(after)]));
    let mut page = every;
    page.cond_where(filter)
        .and_where_option(found)
        .and_where_option(behind)
        .limit(asked.size.probe());
    order.sort(&mut page);
    page
}

/// Nameless people have an empty key, because a missing one compares with nothing.
fn sort_key() -> Expr {
    let missing = Expr::val("");
    Func::coalesce([Expr::col((NAME, ClearValueTable::SortKey)), missing]).into()
}
