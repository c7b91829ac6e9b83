//! Assignments of the directory, with the names of those who hold them.

use sea_query::{Cond, Expr, ExprTrait, JoinType, Query};

use super::{
    columns_of,
    named::{self, Asked, Named, People, with_name},
    same,
};
use crate::{
    AssignmentRow, AssignmentTable, Page, PageSize, PersonTable, QueryError, RowReader, Search,
};

const ASSIGNMENT: &str = "assignment";
const PERSON: &str = "person";

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
    /// Whose holders' names hold this text.
    pub search: Option<Search>,
}

/// Assignments in the order of their holders' given names, nameless ones first, after the
/// assignment `after`.
///
/// # Errors
/// [`QueryError`].
pub async fn assignments(
    rows: &dyn RowReader,
    ledger: &str,
    filter: &AssignmentFilter,
    after: Option<&str>,
    size: PageSize,
) -> Result<Page<Named<AssignmentRow>>, QueryError> {
    let asked = Asked {
        search: filter.search.as_ref(),
        after,
        size,
    };
    named::page(rows, of(ledger, filter), asked, |row: &AssignmentRow| {
        row.assignment.clone()
    })
    .await
}

fn of(ledger: &str, filter: &AssignmentFilter) -> People {
    use AssignmentTable as A;
    let of_person = Cond::all()
        .add(same((PERSON, PersonTable::Ledger), (ASSIGNMENT, A::Ledger)))
        .add(same((PERSON, PersonTable::Person), (ASSIGNMENT, A::Person)));
    let mut every = Query::select()
        .columns(columns_of::<AssignmentRow>(ASSIGNMENT))
        .from_as(A::Table, ASSIGNMENT)
        .join_as(JoinType::LeftJoin, PersonTable::Table, PERSON, of_person)
        .and_where(Expr::col((ASSIGNMENT, A::Ledger)).eq(ledger))
        .take();
    with_name(
        &mut every,
        (PERSON, PersonTable::Ledger, PersonTable::NameValue),
    );
    let is = |column: A, word: &Option<String>| {
        let word = word.as_deref();
        word.map(|word| Expr::col((ASSIGNMENT, column)).eq(word))
    };
    People {
        every,
        key: Expr::col((ASSIGNMENT, A::Assignment)),
        filter: Cond::all()
            .add_option(is(A::Assignment, &filter.assignment))
            .add_option(is(A::Role, &filter.role))
            .add_option(is(A::Unit, &filter.unit))
            .add_option(is(A::Person, &filter.person)),
    }
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
        let asked = Asked {
            search: None,
            after: Some("7"),
            size: PageSize::default(),
        };
        let statement = named::statement(of("hon-quan", &filter), asked);
        assert_snapshot!(in_both_dialects(&statement));
    }
}
