//! Decisions.

use sea_query::{Expr, ExprTrait, Order, Query, SelectStatement};

use super::{ask, columns_of};
use crate::{DecisionRow, DecisionTable, Page, PageSize, QueryError, RowReader, TableRow};

const DECISION: &str = "decision";

/// Which decisions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DecisionFilter {
    /// Of this campaign.
    pub campaign: Option<String>,
    /// At this stage, in the words of [`DecisionRow::stage`].
    pub stage: Option<String>,
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
    statement.and_where(Expr::col((DECISION, DecisionTable::Decision)).eq(decision));
    let found = ask(rows, DecisionRow::TABLE.name, statement, DecisionRow::read).await?;
    Ok(found.into_iter().next())
}

/// Decisions, in the order of their stream names, after the name `after`.
///
/// # Errors
/// [`QueryError`].
pub async fn decisions(
    rows: &dyn RowReader,
    ledger: &str,
    filter: &DecisionFilter,
    after: Option<&str>,
    size: PageSize,
) -> Result<Page<DecisionRow>, QueryError> {
    let statement = page(ledger, filter, after, size);
    let found = ask(rows, DecisionRow::TABLE.name, statement, DecisionRow::read).await?;
    Ok(Page::cut(found, size, |row| row.decision.clone()))
}

fn select(ledger: &str) -> SelectStatement {
    Query::select()
        .columns(columns_of::<DecisionRow>(DECISION))
        .from_as(DecisionTable::Table, DECISION)
        .and_where(Expr::col((DECISION, DecisionTable::Ledger)).eq(ledger))
        .take()
}

fn page(
    ledger: &str,
    filter: &DecisionFilter,
    after: Option<&str>,
    size: PageSize,
) -> SelectStatement {
    let col = |column| Expr::col((DECISION, column));
    let campaign = filter.campaign.as_deref();
    let stage = filter.stage.as_deref();
    select(ledger)
        .and_where_option(campaign.map(|word| col(DecisionTable::Campaign).eq(word)))
        .and_where_option(stage.map(|word| col(DecisionTable::Stage).eq(word)))
        .and_where_option(after.map(|after| col(DecisionTable::Decision).gt(after)))
        .order_by((DECISION, DecisionTable::Decision), Order::Asc)
        .limit(size.probe())
        .take()
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
            stage: Some("issued".into()),
        };
        let statement = page("hon-quan", &filter, Some("decision/a"), PageSize::default());
        assert_snapshot!(in_both_dialects(&statement));
    }
}
