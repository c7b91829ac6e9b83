//! What is due: whatever waits, gathered by desk, act and day.
//!
//! Working days are the asker's to count: from the days that stand here.

use jiff::Timestamp;
use sea_query::{Alias, Expr, Func, IntoIden, Order, Query, SelectStatement};

use super::{
    ask,
    board::day,
    queue::{QueueFilter, campaign_due, everything},
};
use crate::{QueryError, QueueTable, RowReader};

const WAITING: &str = "waiting";

/// What waits for one desk and one act with time counted from one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueGroup {
    /// The campaign; a hold has none.
    pub campaign: Option<String>,
    /// The role that it waits for.
    pub role: String,
    /// The unit whose desk acts next; any desk of the role where it is empty.
    pub unit: Option<String>,
    /// The one assignment that acts next; any of the role where it is empty.
    pub assignee: Option<String>,
    /// The command that comes next.
    pub act: String,
    /// By when, where that is a time of its own.
    pub due: Option<Timestamp>,
    /// Since when the time is counted, the earliest of that day.
    pub counted_from: Timestamp,
    /// The deadline of the campaign.
    pub campaign_due: Option<Timestamp>,
    /// How many things wait.
    pub count: u64,
}

/// Everything that waits for the desks, gathered.
///
/// # Errors
/// [`QueryError`].
pub async fn due(
    rows: &dyn RowReader,
    ledger: &str,
    filter: &QueueFilter,
) -> Result<Vec<DueGroup>, QueryError> {
    ask(rows, WAITING, gathered(ledger, filter), |cells| {
        Ok(DueGroup {
            campaign: cells.take("campaign")?,
            role: cells.take("role")?,
            unit: cells.take("scope_unit")?,
            assignee: cells.take("assignee")?,
            act: cells.take("act")?,
            due: cells.take("due")?,
            counted_from: cells.take("counted_from")?,
            campaign_due: cells.take("campaign.due")?,
            count: cells.take("count")?,
        })
    })
    .await
}

fn gathered(ledger: &str, filter: &QueueFilter) -> SelectStatement {
    use QueueTable as Q;
    let groups = [
        Q::Campaign,
        Q::Role,
        Q::ScopeUnit,
        Q::Assignee,
        Q::Act,
        Q::Due,
    ];
    let from = Expr::col(Q::CountedFrom);
    let first = Alias::new("first").into_iden();
    let deadline = campaign_due(ledger);
    Query::select()
        .columns(groups)
        .expr_as(Func::min(from.clone()), first.clone())
        .expr(deadline)
        .expr(Func::count(Expr::col(Q::Item)))
        .from_subquery(everything(ledger, filter), WAITING)
        .add_group_by(groups.map(Expr::col))
        .add_group_by([day(from)])
        .order_by(first, Order::Asc)
        .take()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::{dialects::in_both_dialects, queries::queue::Desks};

    #[test]
    fn both_dialects_gather_the_same_groups() {
        let filter = QueueFilter {
            desks: Desks::OfUnit("tu-phap".into()),
            campaign: None,
            act: None,
            late: None,
        };
        assert_snapshot!(in_both_dialects(&gathered("hon-quan", &filter)));
    }
}
