//! The register of decisions: what was issued.

use sea_query::{Cond, Expr, ExprTrait, Func, JoinType, Order, Query, SelectStatement};

use super::{Register, RegisterFilter, cursor, has_changed, page};
use crate::{
    CampaignTable, Cells, DecisionRow, DecisionTable, NominationTable, QueryError, RowReader,
    TableRow,
    queries::{columns_of, same},
};

const DECISION: &str = "decision";
const CAMPAIGN: &str = "campaign";
const HELD: &str = "held";
const COUNT: &str = "awards";

/// Stages of a decision that is issued.
const ISSUED: [&str; 2] = ["issued", "dispatched"];
/// The gate of an award that is held.
const AWARDED: &str = "awarded";
/// Kinds of decisions that awards stand in.
const GRANTING: [&str; 3] = ["grant", "supplementary_grant", "replace"];

/// A decision, as the register knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisteredDecision {
    /// The decision.
    pub row: DecisionRow,
    /// Name of the campaign.
    pub campaign: Option<String>,
    /// Awards that stand in it and are held; 0 for a decision that gives none, or was made on paper.
    pub held_award_count: u64,
}

impl RegisteredDecision {
    /// Whether every award that it gave was revoked or stands in a later decision.
    #[must_use]
    pub fn is_ended(&self) -> bool {
        let gives = GRANTING.contains(&self.row.kind.as_str()) && !self.row.is_legacy;
        gives && self.held_award_count == 0
    }
}

/// Issued decisions, in the order of their names. Changed is what has another decision or campaign
/// since: a later decision about this one is told to its stream.
///
/// # Errors
/// [`QueryError`].
pub async fn register_of_decisions(
    rows: &dyn RowReader,
    ledger: &str,
    filter: &RegisterFilter,
) -> Result<Register<RegisteredDecision>, QueryError> {
    let asked = (statement(ledger, filter), filter.size);
    let key = |one: &RegisteredDecision| one.row.decision.clone();
    page(rows, ledger, DecisionRow::TABLE.name, asked, read, key).await
}

fn read(cells: &mut Cells) -> Result<RegisteredDecision, QueryError> {
    let row = DecisionRow::read(cells)?;
    Ok(RegisteredDecision {
        row,
        campaign: cells.take("campaign.title")?,
        held_award_count: cells.take::<Option<u64>>("held.awards")?.unwrap_or(0),
    })
}

fn col(column: DecisionTable) -> Expr {
    Expr::col((DECISION, column))
}

fn statement(ledger: &str, filter: &RegisterFilter) -> SelectStatement {
    use DecisionTable as D;
    let campaign = Cond::all()
        .add(same(
            (CAMPAIGN, CampaignTable::Ledger),
            (DECISION, D::Ledger),
        ))
        .add(same(
            (CAMPAIGN, CampaignTable::Campaign),
            (DECISION, D::Campaign),
        ));
    let held = same((HELD, NominationTable::Decision), (DECISION, D::Decision));
    let changed = has_changed(filter, (DECISION, D::Position)).map(|decision| {
        let campaign = has_changed(filter, (CAMPAIGN, CampaignTable::Position));
        Cond::any().add(decision).add_option(campaign)
    });
    Query::select()
        .expr(cursor(ledger))
        .columns(columns_of::<DecisionRow>(DECISION))
        .column((CAMPAIGN, CampaignTable::Title))
        .column((HELD, COUNT))
        .from_as(D::Table, DECISION)
        .join_as(JoinType::LeftJoin, CampaignTable::Table, CAMPAIGN, campaign)
        .join_subquery(JoinType::LeftJoin, held_awards(ledger), HELD, held)
        .and_where(col(D::Ledger).eq(ledger))
        .and_where(col(D::Stage).is_in(ISSUED))
        .cond_where(Cond::all().add_option(changed))
        .and_where_option(
            filter
                .after
                .as_deref()
                .map(|after| col(D::Decision).gt(after)),
        )
        .order_by((DECISION, D::Decision), Order::Asc)
        .limit(filter.size.probe())
        .take()
}

/// How many awards that are held stand in each decision.
fn held_awards(ledger: &str) -> SelectStatement {
    use NominationTable as N;
    Query::select()
        .column(N::Decision)
        .expr_as(Func::count(Expr::col(N::Nomination)), COUNT)
        .from(N::Table)
        .and_where(Expr::col(N::Ledger).eq(ledger))
        .and_where(Expr::col(N::Gate).eq(AWARDED))
        .group_by_col(N::Decision)
        .take()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::{PageSize, dialects::in_both_dialects};

    #[test]
    fn both_dialects_read_the_same_register_of_decisions() {
        let filter = RegisterFilter {
            changed_since: 299,
            after: Some("decision/HQ-CCHC-2024-1".into()),
            size: PageSize::default(),
        };
        assert_snapshot!(in_both_dialects(&statement("hon-quan", &filter)));
    }
}
