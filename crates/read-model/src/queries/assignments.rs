//! Assignments of the directory, with the names of those who hold them.

use sea_query::{Cond, Expr, ExprTrait, Func, JoinType, Order, Query, SelectStatement};

use super::{ask, columns_of, same};
use crate::{
    AssignmentRow, AssignmentTable, Cells, ClearValueTable, Page, PageSize, PersonTable,
    QueryError, RowReader, TableRow,
};

const ASSIGNMENT: &str = "assignment";
const PERSON: &str = "person";
const NAME: &str = "name";

/// Which assignments.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AssignmentFilter {
    /// This one only.
    pub assignment: Option<String>,
    /// With this role, in the word of the domain.
    pub role: Option<String>,
    /// At this unit.
    pub unit: Option<String>,
    /// Held by this person.
    pub person: Option<String>,
}

/// An assignment and the name of its holder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedAssignment {
    /// The assignment.
    pub row: AssignmentRow,
    /// The holder's name, unless the person is erased.
    pub name: Option<String>,
    sort_key: String,
}

/// Assignments in the order of their holders' given names, nameless ones first, after the
/// assignment `after`. That place is looked up, so that no name stands in the link to a page.
///
/// # Errors
/// [`QueryError`].
pub async fn assignments(
    rows: &dyn RowReader,
    ledger: &str,
    filter: &AssignmentFilter,
    after: Option<&str>,
    size: PageSize,
) -> Result<Page<NamedAssignment>, QueryError> {
    let after = match after {
        Some(after) => Some((sort_key_of(rows, ledger, after).await?, after)),
        None => None,
    };
    let statement = page(ledger, filter, after, size);
    let found = ask(rows, AssignmentRow::TABLE.name, statement, read).await?;
    Ok(Page::cut(found, size, |one| one.row.assignment.clone()))
}

async fn sort_key_of(
    rows: &dyn RowReader,
    ledger: &str,
    assignment: &str,
) -> Result<String, QueryError> {
    let filter = AssignmentFilter {
        assignment: Some(assignment.to_owned()),
        ..AssignmentFilter::default()
    };
    let statement = page(ledger, &filter, None, PageSize::default());
    let found = ask(rows, AssignmentRow::TABLE.name, statement, read).await?;
    let found = found.into_iter().next();
    Ok(found.map(|one| one.sort_key).unwrap_or_default())
}

fn read(cells: &mut Cells) -> Result<NamedAssignment, QueryError> {
    Ok(NamedAssignment {
        row: AssignmentRow::read(cells)?,
        name: cells.take("name")?,
        sort_key: cells.take("sort_key")?,
    })
}

/// Nameless holders have an empty key, because a missing one compares with nothing.
fn sort_key() -> Expr {
    let missing = Expr::val("");
    Func::coalesce([Expr::col((NAME, ClearValueTable::SortKey)), missing]).into()
}

fn select(ledger: &str) -> SelectStatement {
    use AssignmentTable as A;
    let of_person = Cond::all()
        .add(same((PERSON, PersonTable::Ledger), (ASSIGNMENT, A::Ledger)))
        .add(same((PERSON, PersonTable::Person), (ASSIGNMENT, A::Person)));
    let of_name = Cond::all()
        .add(same(
            (NAME, ClearValueTable::Ledger),
            (PERSON, PersonTable::Ledger),
        ))
        .add(same(
            (NAME, ClearValueTable::Value),
            (PERSON, PersonTable::NameValue),
        ));
    Query::select()
        .columns(columns_of::<AssignmentRow>(ASSIGNMENT))
        .column((NAME, ClearValueTable::Text))
        .expr_as(sort_key(), ClearValueTable::SortKey)
        .from_as(A::Table, ASSIGNMENT)
        .join_as(JoinType::LeftJoin, PersonTable::Table, PERSON, of_person)
        .join_as(JoinType::LeftJoin, ClearValueTable::Table, NAME, of_name)
        .and_where(Expr::col((ASSIGNMENT, A::Ledger)).eq(ledger))
        .take()
}

fn page(
    ledger: &str,
    filter: &AssignmentFilter,
    after: Option<(String, &str)>,
    size: PageSize,
) -> SelectStatement {
    use AssignmentTable as A;
    let is = |column: A, word: &Option<String>| {
        let word = word.as_deref();
        word.map(|word| Expr::col((ASSIGNMENT, column)).eq(word))
    };
    let place = || Expr::tuple([sort_key(), Expr::col((ASSIGNMENT, A::Assignment))]);
    let after = after.map(|(key, id)| place().gt(Expr::tuple([Expr::val(key), Expr::val(id)])));
    select(ledger)
        .and_where_option(is(A::Assignment, &filter.assignment))
        .and_where_option(is(A::Role, &filter.role))
        .and_where_option(is(A::Unit, &filter.unit))
        .and_where_option(is(A::Person, &filter.person))
        .and_where_option(after)
        .order_by_expr(sort_key(), Order::Asc)
        .order_by((ASSIGNMENT, A::Assignment), Order::Asc)
        .limit(size.probe())
        .take()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::dialects::in_both_dialects;

    #[test]
    fn both_dialects_read_the_same_page_of_assignments() {
        let filter = AssignmentFilter {
            role: Some("unit_officer".into()),
            unit: Some("tu-phap".into()),
            ..AssignmentFilter::default()
        };
        let after = Some(("hoa minh thi".to_owned(), "7"));
        let statement = page("hon-quan", &filter, after, PageSize::default());
        assert_snapshot!(in_both_dialects(&statement));
    }
}
