//! Persons of the directory, with their names.

use sea_query::{Cond, Expr, ExprTrait, Query};

use super::{
    columns_of,
    named::{self, Asked, Named, People, with_name},
};
use crate::{Page, PageSize, PersonRow, PersonTable, QueryError, RowReader, Search};

const PERSON: &str = "person";

/// Which persons.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PersonFilter {
    /// Who work for this unit.
    pub unit: Option<String>,
    /// Whose names hold this text.
    pub search: Option<Search>,
}

/// Persons in the order of their given names, nameless ones first, after the person `after`.
///
/// # Errors
/// [`QueryError`].
pub async fn people(
    rows: &dyn RowReader,
    ledger: &str,
    filter: &PersonFilter,
    after: Option<&str>,
    size: PageSize,
) -> Result<Page<Named<PersonRow>>, QueryError> {
    let asked = Asked {
        search: filter.search.as_ref(),
        after,
        size,
    };
    named::page(rows, of(ledger, filter), asked, |row: &PersonRow| {
        row.person.clone()
    })
    .await
}

fn of(ledger: &str, filter: &PersonFilter) -> People {
    use PersonTable as P;
    let mut every = Query::select()
        .columns(columns_of::<PersonRow>(PERSON))
        .from_as(P::Table, PERSON)
        .and_where(Expr::col((PERSON, P::Ledger)).eq(ledger))
        .take();
    with_name(&mut every, (PERSON, P::Ledger, P::NameValue));
    let unit = filter.unit.as_deref();
    People {
        every,
        key: Expr::col((PERSON, P::Person)),
        filter: Cond::all().add_option(unit.map(|unit| Expr::col((PERSON, P::Unit)).eq(unit))),
    }
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
            search: Search::of("Minh Họa"),
        };
        let asked = Asked {
            search: filter.search.as_ref(),
            after: Some("7"),
            size: PageSize::default(),
        };
        let statement = named::statement(of("hon-quan", &filter), asked);
        assert_snapshot!(in_both_dialects(&statement));
    }
}
