//! The queue of a desk: nominations and papers that wait for it, the oldest first.

use std::fmt;

use jiff::Timestamp;
use sea_query::{Cond, Expr, ExprTrait, Iden, IntoIden, Order, Query, SelectStatement, UnionType};

use super::{
    ask,
    late::{Lateness, Waiting},
    same,
};
use crate::{
    CampaignTable, Cells, NominationTable, Page, PageError, PageSize, QueryError, QueueTable,
    RowReader,
};

const WAITING: &str = "waiting";
const CAMPAIGN: &str = "campaign";

/// Whose desks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Desks {
    /// Everybody's.
    All,
    /// Everybody's, but for what waits for these acts, in the words of the domain.
    AllBut(Vec<String>),
    /// Those of a unit.
    OfUnit(String),
    /// One's own.
    Own {
        /// Roles that the desk answers for, in the words of the domain; usually one.
        roles: Vec<String>,
        /// The unit of the acting assignment.
        unit: Option<String>,
        /// The acting assignment.
        assignment: String,
    },
}

/// What waits where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueFilter {
    /// Whose desks.
    pub desks: Desks,
    /// Of this campaign only, with what belongs to no campaign.
    pub campaign: Option<String>,
    /// Waiting for this command only.
    pub act: Option<String>,
    /// Only what waits for too long.
    pub late: Option<Lateness>,
}

/// One thing that waits for the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueEntry {
    /// A nomination's id, or the name of a paper's stream.
    pub item: String,
    /// Mã hồ sơ, of a nomination.
    pub code: Option<String>,
    /// The campaign; a hold has none.
    pub campaign: Option<String>,
    /// The unit that it is about.
    pub unit: Option<String>,
    /// The role that it waits for.
    pub role: String,
    /// The unit whose desk acts next; any desk of the role where it is empty.
    pub desk_unit: Option<String>,
    /// The one assignment that acts next; any of the role where it is empty.
    pub assignee: Option<String>,
    /// The command that comes next.
    pub act: String,
    /// Since when it waits.
    pub since: Timestamp,
    /// Since when the time for the act is counted.
    pub counted_from: Timestamp,
    /// By when, where that is a time of its own.
    pub due: Option<Timestamp>,
    /// The deadline of the campaign.
    pub campaign_due: Option<Timestamp>,
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
        desk_unit: cells.take("scope_unit")?,
        assignee: cells.take("assignee")?,
        act: cells.take("act")?,
        since: cells.take("since")?,
        counted_from: cells.take("counted_from")?,
        due: cells.take("due")?,
        campaign_due: cells.take("campaign.due")?,
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
    let late = filter.late.as_ref();
    let late = late.map(|late| late.is_late(ledger, waiting()));
    Query::select()
        .columns([Q::Item.into_iden(), NominationTable::Code.into_iden()])
        .columns([Q::Campaign, Q::Unit, Q::Role])
        .columns([Q::ScopeUnit, Q::Assignee, Q::Act])
        .columns([Q::Since, Q::CountedFrom, Q::Due])
        .expr(campaign_due(ledger))
        .from_subquery(everything(ledger, filter), WAITING)
        .cond_where(Cond::all().add_option(late))
        .and_where_option(behind)
        .order_by(Q::Since, Order::Asc)
        .order_by(Q::Item, Order::Asc)
        .limit(size.probe())
        .take()
}

/// Nominations and papers that wait for the desk, under the columns of papers.
pub(super) fn everything(ledger: &str, filter: &QueueFilter) -> SelectStatement {
    nominations(ledger, filter)
        .union(UnionType::All, papers(ledger, filter))
        .take()
}

fn waiting() -> Waiting {
    let col = |column: QueueTable| Expr::col((WAITING, column));
    Waiting {
        campaign: col(QueueTable::Campaign),
        act: col(QueueTable::Act),
        counted_from: col(QueueTable::CountedFrom),
        due: col(QueueTable::Due),
    }
}

/// The deadline of what waits: of its campaign.
pub(super) fn campaign_due(ledger: &str) -> Expr {
    use CampaignTable as C;
    let due = Query::select()
        .column((CAMPAIGN, C::Due))
        .from_as(C::Table, CAMPAIGN)
        .and_where(Expr::col((CAMPAIGN, C::Ledger)).eq(ledger))
        .and_where(same(
            (CAMPAIGN, C::Campaign),
            (WAITING, QueueTable::Campaign),
        ))
        .take();
    Expr::from(due)
}

/// Nominations that no paper carries. Both halves name their columns alike and in one order.
fn nominations(ledger: &str, filter: &QueueFilter) -> SelectStatement {
    use NominationTable as N;
    let desk = DeskColumns {
        role: N::Role,
        unit: N::ScopeUnit,
        assignee: N::Assignee,
        campaign: N::Campaign,
        act: N::Act,
    };
    Query::select()
        .expr_as(Expr::col(N::Nomination), QueueTable::Item)
        .column(N::Code)
        .columns([N::Campaign, N::Unit, N::Role, N::ScopeUnit, N::Assignee])
        .columns([N::Act, N::Since, N::CountedFrom, N::Due])
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
        act: Q::Act,
    };
    Query::select()
        .column(Q::Item)
        .expr_as(Expr::null(), NominationTable::Code)
        .columns([Q::Campaign, Q::Unit, Q::Role, Q::ScopeUnit, Q::Assignee])
        .columns([Q::Act, Q::Since, Q::CountedFrom, Q::Due])
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
    act: I,
}

impl<I: Iden + IntoIden + Copy + 'static> DeskColumns<I> {
    fn waits_for(&self, filter: &QueueFilter) -> Cond {
        let campaign = filter.campaign.as_deref().map(|word| {
            let column = Expr::col(self.campaign);
            column.clone().eq(word).or(column.is_null())
        });
        let act = filter.act.as_deref();
        Cond::all()
            .add(self.is_of(&filter.desks))
            .add_option(campaign)
            .add_option(act.map(|word| Expr::col(self.act).eq(word)))
    }

    /// An empty unit or assignee means any of the role.
    fn is_of(&self, desks: &Desks) -> Cond {
        let any_or = |column: I, own: Option<&str>| {
            let is_any = Cond::any().add(Expr::col(column).is_null());
            is_any.add_option(own.map(|own| Expr::col(column).eq(own)))
        };
        match desks {
            Desks::All => Cond::all().add(Expr::col(self.role).is_not_null()),
            Desks::AllBut(acts) => Cond::all()
                .add(Expr::col(self.role).is_not_null())
                .add(Expr::col(self.act).is_not_in(acts.iter().map(String::as_str))),
            Desks::OfUnit(unit) => Cond::all()
                .add(Expr::col(self.role).is_not_null())
                .add(Expr::col(self.unit).eq(unit.as_str())),
            Desks::Own {
                roles,
                unit,
                assignment,
            } => Cond::all()
                .add(Expr::col(self.role).is_in(roles.iter().map(String::as_str)))
                .add(any_or(self.unit, unit.as_deref()))
                .add(any_or(self.assignee, Some(assignment))),
        }
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::{LateRule, dialects::in_both_dialects};

    fn rule(act: &str) -> LateRule {
        LateRule {
            campaign: "HQ-CCHC-2024".into(),
            acts: vec![act.into()],
            before: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn both_dialects_read_the_same_queue() {
        let filter = QueueFilter {
            desks: Desks::Own {
                roles: vec!["unit_head".into()],
                unit: Some("tu-phap".into()),
                assignment: "7".into(),
            },
            campaign: Some("HQ-CCHC-2024".into()),
            act: Some("submit_submission".into()),
            late: Some(Lateness {
                now: Timestamp::UNIX_EPOCH,
                waits_since: vec![rule("record_finding")],
                ahead_of: vec![rule("list_nominations")],
                before_deadline: vec!["submit_submission".into()],
            }),
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
