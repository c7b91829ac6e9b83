//! Nominations, and who acts on them next.

use jiff::Timestamp;
use sea_query::{
    Cond, Expr, ExprTrait, Iden, IntoIden, JoinType, LikeExpr, Order, Query, SelectStatement,
};

use super::{ask, columns_of, same};
use crate::{
    Cells, ClearValueTable, Folded, NominationRow, NominationTable, Page, PageSize, QueryError,
    QueueTable, RowReader, TableRow, UnitTable,
};

const NOMINATION: &str = "nomination";
const NAME: &str = "name";
const TITLE: &str = "title";
const UNIT: &str = "unit";
const CARRIER: &str = "carrier";
const COUNCIL: &str = "council";

/// Which nominations. A word that nothing bears finds nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NominationFilter {
    /// Of this campaign.
    pub campaign: Option<String>,
    /// Of this unit.
    pub unit: Option<String>,
    /// `collective` or `individual`.
    pub kind: Option<String>,
    /// At this gate, in the word of the domain.
    pub gate: Option<String>,
    /// In the decision with this stream name.
    pub decision: Option<String>,
    /// Of the nominee with this reference.
    pub nominee_ref: Option<String>,
    /// Of a person whose name holds this text, diacritics or not.
    pub name: Option<Folded>,
}

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

/// Nominations in the order of their ids, after the id `after`.
///
/// # Errors
/// [`QueryError`].
pub async fn nominations(
    rows: &dyn RowReader,
    ledger: &str,
    filter: &NominationFilter,
    after: Option<&str>,
    size: PageSize,
) -> Result<Page<Nomination>, QueryError> {
    let statement = page(ledger, filter, after, size);
    let found = ask(rows, NominationRow::TABLE.name, statement, read).await?;
    Ok(Page::cut(found, size, |one| one.row.nomination.clone()))
}

fn read(cells: &mut Cells) -> Result<Nomination, QueryError> {
    let row = NominationRow::read(cells)?;
    let (name, title) = (cells.take("name.text")?, cells.take("title.text")?);
    let unit_name = cells.take("unit.name")?;
    let own = desk(row.role.clone(), row.act.clone(), row.since);
    let own = own.map(|desk| Desk {
        unit: row.scope_unit.clone(),
        assignee: row.assignee.clone(),
        ..desk
    });
    let carried = carrier(cells)?;
    let council: Option<String> = cells.take("council.item")?;
    Ok(Nomination {
        name,
        title,
        unit_name,
        desk: own.or(carried),
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
    Ok(found.map(|desk| Desk {
        unit,
        assignee,
        ..desk
    }))
}

fn desk(role: Option<String>, act: Option<String>, since: Option<Timestamp>) -> Option<Desk> {
    Some(Desk {
        role: role?,
        unit: None,
        assignee: None,
        act: act?,
        since: since?,
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
    ];
    let mut select = Query::select();
    select
        .columns(columns_of::<NominationRow>(NOMINATION))
        .column((NAME, ClearValueTable::Text))
        .column((TITLE, ClearValueTable::Text))
        .column((UNIT, UnitTable::Name))
        .columns(carrier_columns.map(|column| (CARRIER, column)))
        .column((COUNCIL, QueueTable::Item))
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

fn page(
    ledger: &str,
    filter: &NominationFilter,
    after: Option<&str>,
    size: PageSize,
) -> SelectStatement {
    use NominationTable as N;
    let col = |column: N| Expr::col((NOMINATION, column));
    let is = |column: N, word: &Option<String>| word.as_deref().map(|word| col(column).eq(word));
    let name = filter.name.as_ref().map(|name| {
        let folded = Expr::col((NAME, ClearValueTable::Folded));
        folded.like(LikeExpr::new(containing(name)).escape('\\'))
    });
    select(ledger)
        .and_where_option(is(N::Campaign, &filter.campaign))
        .and_where_option(is(N::Unit, &filter.unit))
        .and_where_option(is(N::Kind, &filter.kind))
        .and_where_option(is(N::Gate, &filter.gate))
        .and_where_option(is(N::Decision, &filter.decision))
        .and_where_option(is(N::NomineeRef, &filter.nominee_ref))
        .and_where_option(name)
        .and_where_option(after.map(|after| col(N::Nomination).gt(after)))
        .order_by((NOMINATION, N::Nomination), Order::Asc)
        .limit(size.probe())
        .take()
}

/// The pattern of texts that contain `text`, in which no letter is a wildcard.
fn containing(text: &Folded) -> String {
    let mut pattern = String::from("%");
    for letter in text.as_str().chars() {
        if matches!(letter, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::dialects::in_both_dialects;

    #[test]
    fn both_dialects_read_the_same_page_of_nominations() {
        let filter = NominationFilter {
            campaign: Some("HQ-CCHC-2024".into()),
            unit: Some("tu-phap".into()),
            kind: Some("individual".into()),
            gate: Some("drafted".into()),
            decision: Some("decision/HQ-CCHC-2024-1".into()),
            nominee_ref: Some("00ff".into()),
            name: Some(Folded::of("Minh Họa")),
        };
        let after = Some("HQ-CCHC-2024-0007");
        let statement = page("hon-quan", &filter, after, PageSize::default());
        assert_snapshot!(in_both_dialects(&statement));
    }

    #[test]
    fn no_letter_of_a_name_is_a_wildcard() {
        assert_eq!(containing(&Folded::of("50%_Ạ\\")), "%50\\%\\_a\\\\%");
    }
}
