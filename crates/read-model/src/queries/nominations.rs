//! Nominations, and who acts on them next.

mod held;
mod page;

use jiff::Timestamp;
use sea_query::{Cond, Expr, ExprTrait, Iden, IntoIden, JoinType, Query, SelectStatement};

pub(super) use self::page::decisions_bearing;
pub use self::page::{NominationAfter, NominationFilter, NominationSort};
use self::{
    held::is_held,
    page::{page, place_of},
};
use super::{ask, columns_of, same};
use crate::{
    CampaignTable, Cells, ClearValueTable, NominationRow, NominationTable, Page, PageSize,
    QueryError, QueueTable, RowReader, TableRow, UnitTable,
};

const NOMINATION: &str = "nomination";
const NAME: &str = "name";
const TITLE: &str = "title";
const UNIT: &str = "unit";
const CARRIER: &str = "carrier";
const COUNCIL: &str = "council";
const CAMPAIGN: &str = "campaign";

/// A nomination, with what its reader needs beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nomination {
    /// The nomination.
    pub row: NominationRow,
    /// The nominee's name; `None` for a collective and for a person who is erased.
    pub name: Option<String>,
    /// The nominee's title.
    pub title: Option<String>,
    /// The present name of the unit.
    pub unit_name: Option<String>,
    /// Who acts next, if anybody.
    pub desk: Option<Desk>,
    /// The deadline of the campaign.
    pub campaign_due: Option<Timestamp>,
    /// Whether something is being verified about the nominee.
    pub is_held: bool,
    /// Whether it is or was on the agenda of a session whose minutes are not signed yet. Until
    /// then a unit is told no outcome.
    pub is_before_council: bool,
}

/// Who acts next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// The role, in the word of the domain.
    pub role: String,
    /// The unit; any desk of the role where it is empty.
    pub unit: Option<String>,
    /// The one assignment; any of the role where it is empty.
    pub assignee: Option<String>,
    /// The command that comes next, in the word of the domain.
    pub act: String,
    /// Since when it waits there.
    pub since: Timestamp,
    /// Since when the time for the act is counted.
    pub counted_from: Timestamp,
    /// By when, if it has a time of its own.
    pub due: Option<Timestamp>,
}

/// One nomination, by its id without the check letter, or `None`.
///
/// # Errors
/// [`QueryError`].
pub async fn nomination(
    rows: &dyn RowReader,
    ledger: &str,
    nomination: &str,
) -> Result<Option<Nomination>, QueryError> {
    let mut statement = select(ledger);
    statement.and_where(Expr::col((NOMINATION, NominationTable::Nomination)).eq(nomination));
    let found = ask(rows, NominationRow::TABLE.name, statement, read).await?;
    Ok(found.into_iter().next())
}

/// Nominations in the order of `sort`, behind `after`; with a search, the better hits first.
///
/// # Errors
/// [`QueryError`].
pub async fn nominations(
    rows: &dyn RowReader,
    ledger: &str,
    filter: &NominationFilter,
    sort: NominationSort,
    after: Option<&NominationAfter>,
    size: PageSize,
) -> Result<Page<Nomination>, QueryError> {
    let statement = page(ledger, filter, sort, after, size);
    let found = ask(rows, NominationRow::TABLE.name, statement, read).await?;
    Ok(Page::cut(found, size, |one| {
        place_of(sort, one).to_string()
    }))
}

fn read(cells: &mut Cells) -> Result<Nomination, QueryError> {
    let row = NominationRow::read(cells)?;
    let (name, title) = (cells.take("name.text")?, cells.take("title.text")?);
    let unit_name = cells.take("unit.name")?;
    let own = desk(row.role.clone(), row.act.clone(), row.since);
    let own = own.map(|desk| Desk {
        counted_from: row.counted_from.unwrap_or(desk.since),
        unit: row.scope_unit.clone(),
        assignee: row.assignee.clone(),
        due: row.due,
        ..desk
    });
    let carried = carrier(cells)?;
    let council: Option<String> = cells.take("council.item")?;
    let campaign_due = cells.take("campaign.due")?;
    let is_held = cells.take("held")?;
    Ok(Nomination {
        name,
        title,
        unit_name,
        desk: own.or(carried),
        campaign_due,
        is_held,
        is_before_council: council.is_some(),
        row,
    })
}

/// The columns of the carrying paper, in the order of [`select`].
fn carrier(cells: &mut Cells) -> Result<Option<Desk>, QueryError> {
    let found = desk(
        cells.take("carrier.role")?,
        cells.take("carrier.act")?,
        cells.take("carrier.since")?,
    );
    let unit = cells.take("carrier.scope_unit")?;
    let assignee = cells.take("carrier.assignee")?;
    let counted_from: Option<Timestamp> = cells.take("carrier.counted_from")?;
    let due = cells.take("carrier.due")?;
    Ok(found.map(|desk| Desk {
        counted_from: counted_from.unwrap_or(desk.since),
        unit,
        assignee,
        due,
        ..desk
    }))
}

fn desk(role: Option<String>, act: Option<String>, since: Option<Timestamp>) -> Option<Desk> {
    let since = since?;
    Some(Desk {
        role: role?,
        unit: None,
        assignee: None,
        act: act?,
        since,
        counted_from: since,
        due: None,
    })
}

fn select(ledger: &str) -> SelectStatement {
    use NominationTable as N;
    let carrier_columns = [
        QueueTable::Role,
        QueueTable::Act,
        QueueTable::Since,
        QueueTable::ScopeUnit,
        QueueTable::Assignee,
        QueueTable::CountedFrom,
        QueueTable::Due,
    ];
    let mut select = Query::select();
    select
        .columns(columns_of::<NominationRow>(NOMINATION))
        .column((NAME, ClearValueTable::Text))
        .column((TITLE, ClearValueTable::Text))
        .column((UNIT, UnitTable::Name))
        .columns(carrier_columns.map(|column| (CARRIER, column)))
        .column((COUNCIL, QueueTable::Item))
        .column((CAMPAIGN, CampaignTable::Due))
        .expr(Expr::case(is_held(ledger), 1_i64).finally(0_i64))
        .from_as(N::Table, NOMINATION);
    let value = (
        ClearValueTable::Table,
        ClearValueTable::Ledger,
        ClearValueTable::Value,
    );
    beside(&mut select, NAME, value, N::NameValue);
    beside(&mut select, TITLE, value, N::TitleValue);
    let unit = (UnitTable::Table, UnitTable::Ledger, UnitTable::Unit);
    beside(&mut select, UNIT, unit, N::Unit);
    let paper = (QueueTable::Table, QueueTable::Ledger, QueueTable::Item);
    beside(&mut select, CARRIER, paper, N::Carrier);
    beside(&mut select, COUNCIL, paper, N::CouncilSession);
    let campaign = (
        CampaignTable::Table,
        CampaignTable::Ledger,
        CampaignTable::Campaign,
    );
    beside(&mut select, CAMPAIGN, campaign, N::Campaign);
    select
        .and_where(Expr::col((NOMINATION, N::Ledger)).eq(ledger))
        .take()
}

/// Joins the row of `(table, ledger, key)` that the nomination's `column` names, if there is one.
fn beside<I: Iden + IntoIden + Copy + 'static>(
    select: &mut SelectStatement,
    alias: &'static str,
    (table, ledger, key): (I, I, I),
    column: NominationTable,
) {
    let on = Cond::all()
        .add(same((alias, ledger), (NOMINATION, NominationTable::Ledger)))
        .add(same((alias, key), (NOMINATION, column)));
    select.join_as(JoinType::LeftJoin, table, alias, on);
}
