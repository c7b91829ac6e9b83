//! What is late.

use jiff::Timestamp;
use sea_query::{Cond, Expr, ExprTrait, Query};

use crate::CampaignTable;

/// What is late now. Working days are the asker's to count: here they are moments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lateness {
    /// Now.
    pub now: Timestamp,
    /// Commands with a number of working days: what is counted from before then is late.
    pub waits_since: Vec<LateRule>,
    /// Commands that come some days ahead of a time of their own: it is late where that time comes
    /// before then.
    pub ahead_of: Vec<LateRule>,
    /// Commands that must be given before the campaign's deadline.
    pub before_deadline: Vec<String>,
}

/// What makes some commands of one campaign late: each campaign says how long its desks have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LateRule {
    /// The campaign.
    pub campaign: String,
    /// The commands, in the words of the domain.
    pub acts: Vec<String>,
    /// What comes before then is late.
    pub before: Timestamp,
}

/// What waits, as columns.
pub(super) struct Waiting {
    pub(super) campaign: Expr,
    pub(super) act: Expr,
    pub(super) counted_from: Expr,
    /// A time of its own, in place of every rule.
    pub(super) due: Expr,
}

impl Lateness {
    /// Whether what waits in `ledger` is late.
    pub(super) fn is_late(&self, ledger: &str, waiting: Waiting) -> Cond {
        let now = self.now.as_microsecond();
        let is_one = |acts: &[String]| {
            let acts = acts.iter().map(String::as_str);
            waiting.act.clone().is_in(acts)
        };
        let is_ruled = |rule: &LateRule| {
            let campaign = waiting.campaign.clone().eq(rule.campaign.as_str());
            campaign.and(is_one(&rule.acts))
        };
        let mut late = Cond::any().add(waiting.due.clone().lt(now));
        for rule in &self.ahead_of {
            let is_near = waiting.due.clone().lt(rule.before.as_microsecond());
            late = late.add(is_ruled(rule).and(is_near));
        }
        let mut by_rule = Cond::any();
        for rule in &self.waits_since {
            let counted_from = waiting.counted_from.clone();
            let is_older = counted_from.lt(rule.before.as_microsecond());
            by_rule = by_rule.add(is_ruled(rule).and(is_older));
        }
        let over = Query::select()
            .column(CampaignTable::Campaign)
            .from(CampaignTable::Table)
            .and_where(Expr::col((CampaignTable::Table, CampaignTable::Ledger)).eq(ledger))
            .and_where(Expr::col((CampaignTable::Table, CampaignTable::Due)).lt(now))
            .take();
        let is_over = waiting.campaign.clone().in_subquery(over);
        by_rule = by_rule.add(is_one(&self.before_deadline).and(is_over));
        late.add(Cond::all().add(waiting.due.is_null()).add(by_rule))
    }
}
