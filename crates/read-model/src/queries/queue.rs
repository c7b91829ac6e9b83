//! The queue of a desk: nominations and papers that wait for it, the oldest first.

use std::fmt;

use jiff::Timestamp;
use sea_query::{Cond, Expr, ExprTrait, Iden, IntoIden, Order, Query, SelectStatement, UnionType};

use super::ask;
use crate::{Cells, NominationTable, Page, PageError, PageSize, QueryError, QueueTable, RowReader};

const WAITING: &str = "waiting";

/// Whose queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueFilter {
    /// Roles that the desk answers for, in the words of the domain; usually one.
    pub roles: Vec<String>,
    /// The unit of the acting assignment.
    pub unit: Option<String>,
    /// The acting assignment.
    pub assignment: String,
    /// Of this campaign only.
    pub campaign: Option<String>,
}

/// One thing that waits for the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueEntry {
    /// A nomination's id, or the name of a paper's stream.
    pub item: String,
    /// Mã hồ sơ, of a nomination.
    pub code: Option<String>,
    /// The campaign.
    pub campaign: String,
    /// The unit that it is about.
    pub unit: Option<String>,
    /// The role that it waits for.
    pub role: String,
    /// The command that comes next.
    pub act: String,
    /// Since when it waits.
    pub since: Timestamp,
}

/// A place in a queue: behind what waits since then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueAfter {
    since: Timestamp,
    item: String,
}

impl QueueAfter {
    /// Reads a place that [`Page::next`] named.
    ///
    /// # Errors
    /// [`PageError::After`] for any other text.
    pub fn parse(text: &str) -> Result<Self, PageError> {
        let (since, item) = text.split_once('~').ok_or(PageError::After)?;
        let since = since.parse().ok();
        let since = since.and_then(|number| Timestamp::from_microsecond(number).ok());
        Ok(Self {
            since: since.ok_or(PageError::After)?,
            item: item.to_owned(),
        })
    }
}

impl fmt::Display for QueueAfter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}~{}", self.since.as_microsecond(), self.item)
    }
}

/// What waits for a desk, the oldest first.
///
/// # Errors
/// [`QueryError`].
pub async fn queue(
    rows: &dyn RowReader,
    ledger: &str,
    filter: &QueueFilter,
    after: Option<&QueueAfter>,
    size: PageSize,
) -> Result<Page<QueueEntry>, QueryError> {
    let statement = page(ledger, filter, after, size);
    let found = ask(rows, WAITING, statement, read).await?;
    Ok(Page::cut(found, size, |entry| {
        let place = QueueAfter {
            since: entry.since,
            item: entry.item.clone(),
        };
        place.to_string()
    }))
}

fn read(cells: &mut Cells) -> Result<QueueEntry, QueryError> {
    Ok(QueueEntry {
        item: cells.take("item")?,
        code: cells.take("code")?,
        campaign: cells.take("campaign")?,
        unit: cells.take("unit")?,
        role: cells.take("role")?,
        act: cells.take("act")?,
        since: cells.take("since")?,
    })
}

fn page(
    ledger: &str,
    filter: &QueueFilter,
    after: Option<&QueueAfter>,
    size: PageSize,
) -> SelectStatement {
    use QueueTable as Q;
    let place = || Expr::tuple([Expr::col(Q::Since), Expr::col(Q::Item)]);
    let behind = after.map(|after| {
        let since = Expr::val(after.since.as_microsecond());
        place().gt(Expr::tuple([since, Expr::val(after.item.as_str())]))
    });
    let both = nominations(ledger, filter)
        .union(UnionType::All, papers(ledger, filter))
        .take();
    Query::select()
        .columns([Q::Item.into_iden(), NominationTable::Code.into_iden()])
        .columns([Q::Campaign, Q::Unit, Q::Role, Q::Act, Q::Since])
        .from_subquery(both, WAITING)
        .and_where_option(behind)
        .order_by(Q::Since, Order::Asc)
        .order_by(Q::Item, Order::Asc)
        .limit(size.probe())
        .take()
}

/// Nominations that no paper carries. Both halves name their columns alike and in one order.
fn nominations(ledger: &str, filter: &QueueFilter) -> SelectStatement {
    use NominationTable as N;
    let desk = DeskColumns {
        role: N::Role,
        unit: N::ScopeUnit,
        assignee: N::Assignee,
        campaign: N::Campaign,
    };
    Query::select()
        .expr_as(Expr::col(N::Nomination), QueueTable::Item)
        .column(N::Code)
        .columns([N::Campaign, N::Unit, N::Role, N::Act, N::Since])
        .from(N::Table)
        .and_where(Expr::col(N::Ledger).eq(ledger))
        .cond_where(desk.waits_for(filter))
        .take()
}

fn papers(ledger: &str, filter: &QueueFilter) -> SelectStatement {
    use QueueTable as Q;
    let desk = DeskColumns {
        role: Q::Role,
        unit: Q::ScopeUnit,
        assignee: Q::Assignee,
        campaign: Q::Campaign,
    };
    Query::select()
        .column(Q::Item)
        .expr_as(Expr::null(), NominationTable::Code)
        .columns([Q::Campaign, Q::Unit, Q::Role, Q::Act, Q::Since])
        .from(Q::Table)
        .and_where(Expr::col(Q::Ledger).eq(ledger))
        .cond_where(desk.waits_for(filter))
        .take()
}

struct DeskColumns<I> {
    role: I,
    unit: I,
    assignee: I,
    campaign: I,
}

impl<I: Iden + IntoIden + Copy + 'static> DeskColumns<I> {
    /// An empty unit or assignee means any of the role.
    fn waits_for(&self, filter: &QueueFilter) -> Cond {
        let any_or = |column: I, own: Option<&str>| {
            let is_any = Cond::any().add(Expr::col(column).is_null());
            is_any.add_option(own.map(|own| Expr::col(column).eq(own)))
        };
        let roles = filter.roles.iter().map(String::as_str);
        let campaign = filter.campaign.as_deref();
        Cond::all()
            .add(Expr::col(self.role).is_in(roles))
            .add(any_or(self.unit, filter.unit.as_deref()))
            .add(any_or(self.assignee, Some(&filter.assignment)))
            .add_option(campaign.map(|word| Expr::col(self.campaign).eq(word)))
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::dialects::in_both_dialects;

    #[test]
    fn both_dialects_read_the_same_queue() {
        let filter = QueueFilter {
            roles: vec!["unit_head".into()],
            unit: Some("tu-phap".into()),
            assignment: "7".into(),
            campaign: Some("HQ-CCHC-2024".into()),
        };
        let after = QueueAfter::parse("1730772600000000~HQ-CCHC-2024-0007").unwrap();
        let statement = page("hon-quan", &filter, Some(&after), PageSize::default());
        assert_snapshot!(in_both_dialects(&statement));
    }

    #[test]
    fn a_place_in_a_queue_reads_back() {
        let text = "1730772600000000~presentation/HQ-CCHC-2024-1";
        assert_eq!(QueueAfter::parse(text).unwrap().to_string(), text);
        for wrong in ["", "7", "noon~a", "9223372036854775807~a"] {
            assert_eq!(QueueAfter::parse(wrong), Err(PageError::After), "{wrong}");
        }
    }
}
