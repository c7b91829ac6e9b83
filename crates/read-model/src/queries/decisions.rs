//! Decisions.

use std::fmt;

use jiff::civil::Date;
use sea_query::{Cond, Expr, ExprTrait, Func, Query, SelectStatement};

use super::{ask, columns_of, nominations::decisions_bearing, place::Order};
use crate::{
    DecisionRow, DecisionTable, Page, PageError, PageSize, QueryError, RowReader, Search, TableRow,
};

const DECISION: &str = "decision";

/// Which decisions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DecisionFilter {
    /// Of this campaign.
    pub campaign: Option<String>,
    /// At one of these stages, in the words of [`DecisionRow::stage`]; at any when there is none.
    pub stages: Vec<String>,
    /// Dated in this year.
    pub year: Option<i16>,
    /// Whose number, symbol or awardees bear this text.
    pub search: Option<Search>,
}

/// A place in the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionAfter {
    decided_on: Option<Date>,
    decision: String,
}

impl DecisionAfter {
    /// Reads a place that [`Page::next`] named.
    ///
    /// # Errors
    /// [`PageError::After`] for any other text.
    pub fn parse(text: &str) -> Result<Self, PageError> {
        let (date, decision) = text.split_once('~').ok_or(PageError::After)?;
        let decided_on = match date {
            "" => None,
            date => Some(date.parse().map_err(|_| PageError::After)?),
        };
        Ok(Self {
            decided_on,
            decision: decision.to_owned(),
        })
    }
}

impl fmt::Display for DecisionAfter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(date) = self.decided_on {
            write!(f, "{date}")?;
        }
        write!(f, "~{}", self.decision)
    }
}

/// The decision with this stream name, or `None`.
///
/// # Errors
/// [`QueryError`].
pub async fn decision(
    rows: &dyn RowReader,
    ledger: &str,
    decision: &str,
) -> Result<Option<DecisionRow>, QueryError> {
    let mut statement = select(ledger);
    statement.and_where(col(DecisionTable::Decision).eq(decision));
    let found = ask(rows, DecisionRow::TABLE.name, statement, DecisionRow::read).await?;
    Ok(found.into_iter().next())
}

/// The register: decisions by date, those without one last, behind `after`.
///
/// # Errors
/// [`QueryError`].
pub async fn decisions(
    rows: &dyn RowReader,
    ledger: &str,
    filter: &DecisionFilter,
    after: Option<&DecisionAfter>,
    size: PageSize,
) -> Result<Page<DecisionRow>, QueryError> {
    let statement = page(ledger, filter, after, size);
    let found = ask(rows, DecisionRow::TABLE.name, statement, DecisionRow::read).await?;
    Ok(Page::cut(found, size, |row| {
        let place = DecisionAfter {
            decided_on: row.decided_on,
            decision: row.decision.clone(),
        };
        place.to_string()
    }))
}

fn col(column: DecisionTable) -> Expr {
    Expr::col((DECISION, column))
}

fn select(ledger: &str) -> SelectStatement {
    Query::select()
        .columns(columns_of::<DecisionRow>(DECISION))
        .from_as(DecisionTable::Table, DECISION)
        .and_where(col(DecisionTable::Ledger).eq(ledger))
        .take()
}

/// What has no date comes after every date.
const NO_DATE: &str = "none";

fn page(
    ledger: &str,
    filter: &DecisionFilter,
    after: Option<&DecisionAfter>,
    size: PageSize,
) -> SelectStatement {
    let date = Func::coalesce([col(DecisionTable::DecidedOn), Expr::val(NO_DATE)]);
    let order = Order {
        carried: vec![date.into(), col(DecisionTable::Decision)],
        looked_up: Vec::new(),
    };
    let mut page = select(ledger);
    let behind = after.map(|after| {
        let date = after.decided_on.map(|date| date.to_string());
        let date = date.unwrap_or_else(|| NO_DATE.to_owned());
        order.is_behind(&page, vec![date.into(), after.decision.as_str().into()])
    });
    page.cond_where(asked(ledger, filter))
        .and_where_option(behind)
        .limit(size.probe());
    order.sort(&mut page);
    page
}

fn asked(ledger: &str, filter: &DecisionFilter) -> Cond {
    use DecisionTable as D;
    let campaign = filter.campaign.as_deref();
    let stages = filter.stages.iter().map(String::as_str);
    let stages = (!filter.stages.is_empty()).then(|| col(D::Stage).is_in(stages));
    let year = filter.year.map(|year| {
        let (first, last) = (format!("{year:04}-01-01"), format!("{year:04}-12-31"));
        col(D::DecidedOn).between(first, last)
    });
    let search = filter.search.as_ref().map(|search| {
        let awards = decisions_bearing(ledger, search);
        let by_number = Cond::any().add(search.is_in(col(D::Folded)));
        by_number.add(col(D::Decision).in_subquery(awards))
    });
    Cond::all()
        .add_option(campaign.map(|word| col(D::Campaign).eq(word)))
        .add_option(stages)
        .add_option(year)
        .add_option(search)
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::dialects::in_both_dialects;

    #[test]
    fn both_dialects_read_the_same_page_of_decisions() {
        let filter = DecisionFilter {
            campaign: Some("HQ-CCHC-2024".into()),
            stages: vec!["issued".into()],
            year: Some(2024),
            search: Search::of("4385/QĐ"),
        };
        let after = DecisionAfter::parse("2024-12-27~decision/a").unwrap();
        let statement = page("hon-quan", &filter, Some(&after), PageSize::default());
        assert_snapshot!(in_both_dialects(&statement));
    }

    #[test]
    fn a_place_in_the_register_reads_back() {
        for text in ["2024-12-27~decision/HQ-CCHC-2024-1", "~decision/a"] {
            assert_eq!(DecisionAfter::parse(text).unwrap().to_string(), text);
        }
        for wrong in ["", "decision/a", "noon~a"] {
            assert_eq!(
                DecisionAfter::parse(wrong),
                Err(PageError::After),
                "{wrong}"
            );
        }
    }
}
