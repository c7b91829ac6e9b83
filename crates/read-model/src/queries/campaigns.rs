//! Campaigns.

use sea_query::{Expr, ExprTrait, Order, Query, SelectStatement};

use super::{ask, columns_of};
use crate::{CampaignRow, CampaignTable, Page, PageSize, QueryError, RowReader, TableRow};

const CAMPAIGN: &str = "campaign";

/// One campaign, or `None`.
///
/// # Errors
/// [`QueryError`].
pub async fn campaign(
    rows: &dyn RowReader,
    ledger: &str,
    campaign: &str,
) -> Result<Option<CampaignRow>, QueryError> {
    let mut statement = select(ledger);
    statement.and_where(Expr::col((CAMPAIGN, CampaignTable::Campaign)).eq(campaign));
    let found = ask(rows, CampaignRow::TABLE.name, statement, CampaignRow::read).await?;
    Ok(found.into_iter().next())
}

/// Campaigns, in the order of their ids, after the id `after`.
///
/// # Errors
/// [`QueryError`].
pub async fn campaigns(
    rows: &dyn RowReader,
    ledger: &str,
    after: Option<&str>,
    size: PageSize,
) -> Result<Page<CampaignRow>, QueryError> {
    let statement = page(ledger, after, size);
    let found = ask(rows, CampaignRow::TABLE.name, statement, CampaignRow::read).await?;
    Ok(Page::cut(found, size, |row| row.campaign.clone()))
}

/// All campaigns of a ledger, in the order of their ids: an office has one or two a year.
///
/// # Errors
/// [`QueryError`].
pub async fn all_campaigns(
    rows: &dyn RowReader,
    ledger: &str,
) -> Result<Vec<CampaignRow>, QueryError> {
    let mut statement = select(ledger);
    statement.order_by((CAMPAIGN, CampaignTable::Campaign), Order::Asc);
    ask(rows, CampaignRow::TABLE.name, statement, CampaignRow::read).await
}

fn select(ledger: &str) -> SelectStatement {
    Query::select()
        .columns(columns_of::<CampaignRow>(CAMPAIGN))
        .from_as(CampaignTable::Table, CAMPAIGN)
        .and_where(Expr::col((CAMPAIGN, CampaignTable::Ledger)).eq(ledger))
        .take()
}

fn page(ledger: &str, after: Option<&str>, size: PageSize) -> SelectStatement {
    let key = || Expr::col((CAMPAIGN, CampaignTable::Campaign));
    select(ledger)
        .and_where_option(after.map(|after| key().gt(after)))
        .order_by((CAMPAIGN, CampaignTable::Campaign), Order::Asc)
        .limit(size.probe())
        .take()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::dialects::in_both_dialects;

    #[test]
    fn both_dialects_read_the_same_page_of_campaigns() {
        let statement = page("hon-quan", Some("HQ-2023"), PageSize::default());
        assert_snapshot!(in_both_dialects(&statement));
    }
}
