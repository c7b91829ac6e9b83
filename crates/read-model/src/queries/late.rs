//! What is late.

use jiff::Timestamp;
use sea_query::{Cond, Expr, ExprTrait, Query};

use crate::CampaignTable;

/// What is late now. Working days are the asker's to count: here they are moments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lateness {
    /// Now.
    pub now: Timestamp,
    /// For commands with a number of working days: what waits since before then is late.
    pub waits_since: Vec<(Vec<String>, Timestamp)>,
    /// Commands that must be given before the campaign's deadline.
    pub before_deadline: Vec<String>,
}

/// What waits, as columns.
pub(super) struct Waiting {
    pub(super) ledger: Expr,
    pub(super) campaign: Expr,
    pub(super) act: Expr,
    pub(super) since: Expr,
    /// A time of its own, in place of every rule.
    pub(super) due: Expr,
}

impl Lateness {
    /// Whether what waits is late.
    pub(super) fn is_late(&self, waiting: Waiting) -> Cond {
        let now = self.now.as_microsecond();
        let mut by_rule = Cond::any();
        for (acts, before) in &self.waits_since {
            let is_older = waiting.since.clone().lt(before.as_microsecond());
            let is_one = waiting.act.clone().is_in(acts.iter().map(String::as_str));
            by_rule = by_rule.add(is_one.and(is_older));
        }
        let over = Query::select()
            .column(CampaignTable::Campaign)
            .from(CampaignTable::Table)
            .and_where(Expr::col((CampaignTable::Table, CampaignTable::Ledger)).eq(waiting.ledger))
            .and_where(Expr::col(CampaignTable::Due).lt(now))
            .take();
        let acts = self.before_deadline.iter().map(String::as_str);
        let is_over = waiting.campaign.in_subquery(over);
        by_rule = by_rule.add(waiting.act.is_in(acts).and(is_over));
        let own = waiting.due.clone().lt(now);
        let without_own = Cond::all().add(waiting.due.is_null()).add(by_rule);
        Cond::any().add(own).add(without_own)
    }
}
