//! The register of awards: what decisions gave, revoked awards included.

use jiff::civil::Date;
use sea_query::{Cond, Expr, ExprTrait, JoinType, Order, Query, SelectStatement};

use super::{Register, RegisterFilter, cursor, has_changed, page};
use crate::{
    CampaignTable, Cells, ClearValueTable, NominationRow, NominationTable, QueryError, RowReader,
    TableRow, UnitTable, queries::same,
};

const NOMINATION: &str = "nomination";
const UNIT: &str = "unit";
const CAMPAIGN: &str = "campaign";
const NAME: &str = "name";
const TITLE: &str = "title";

/// The gate of an award that is held.
const AWARDED: &str = "awarded";
/// The kind of a nominee who has a name of their own.
const INDIVIDUAL: &str = "individual";

/// An award, as the register knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisteredAward {
    /// The nomination.
    pub nomination: String,
    /// Mã hồ sơ.
    pub code: String,
    /// `collective` or `individual`.
    pub kind: String,
    /// The unit that nominated; of a collective the awardee.
    pub unit: String,
    /// The awardee within the campaign.
    pub nominee_ref: String,
    /// Where it stands: `awarded` as long as it is held.
    pub gate: String,
    /// Number of the decision that it stands in.
    pub number: Option<u64>,
    /// Symbol of that decision.
    pub symbol: Option<String>,
    /// Date of that decision.
    pub decided_on: Option<Date>,
    /// Present name of the unit.
    pub unit_name: Option<String>,
    /// Kind of the unit, in the word of the domain.
    pub unit_kind: Option<String>,
    /// Name of the campaign.
    pub campaign: Option<String>,
    /// The awardee's name; only of a held award, and only unless the person is erased.
    pub name: Option<String>,
    /// The awardee's title, under the same conditions.
    pub title: Option<String>,
}

impl RegisteredAward {
    /// Whether the award is held: issued and not revoked.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.gate == AWARDED
    }

    /// Whether the award is somebody's whose personal data are erased.
    #[must_use]
    pub fn is_erased(&self) -> bool {
        self.is_held() && self.kind == INDIVIDUAL && self.name.is_none()
    }
}

/// Awards that were ever issued, in the order of their nominations.
///
/// Changed is what has another award, unit or campaign since. An erasure leaves no position on any row,
/// so held awards without a name are told each time.
///
/// # Errors
/// [`QueryError`].
pub async fn register_of_awards(
    rows: &dyn RowReader,
    ledger: &str,
    filter: &RegisterFilter,
) -> Result<Register<RegisteredAward>, QueryError> {
    let asked = (statement(ledger, filter), filter.size);
    let table = NominationRow::TABLE.name;
    page(rows, ledger, table, asked, read, |row| {
        row.nomination.clone()
    })
    .await
}

fn read(cells: &mut Cells) -> Result<RegisteredAward, QueryError> {
    Ok(RegisteredAward {
        nomination: cells.take("nomination")?,
        code: cells.take("code")?,
        kind: cells.take("kind")?,
        unit: cells.take("unit")?,
        nominee_ref: cells.take("nominee_ref")?,
        gate: cells.take("gate")?,
        number: cells.take("number")?,
        symbol: cells.take("symbol")?,
        decided_on: cells.take("decided_on")?,
        unit_name: cells.take("unit.name")?,
        unit_kind: cells.take("unit.kind")?,
        campaign: cells.take("campaign.title")?,
        name: cells.take("name")?,
        title: cells.take("title")?,
    })
}

fn col(column: NominationTable) -> Expr {
    Expr::col((NOMINATION, column))
}

fn statement(ledger: &str, filter: &RegisterFilter) -> SelectStatement {
    use NominationTable as N;
    let columns = [
        N::Nomination,
        N::Code,
        N::Kind,
        N::Unit,
        N::NomineeRef,
        N::Gate,
        N::Number,
        N::Symbol,
        N::DecidedOn,
    ];
    let mut select = Query::select();
    select
        .expr(cursor(ledger))
        .columns(columns.map(|column| (NOMINATION, column)))
        .columns([UnitTable::Name, UnitTable::Kind].map(|column| (UNIT, column)))
        .column((CAMPAIGN, CampaignTable::Title))
        .columns([NAME, TITLE].map(|alias| (alias, ClearValueTable::Text)))
        .from_as(N::Table, NOMINATION);
    beside(&mut select);
    select
        .and_where(col(N::Ledger).eq(ledger))
        .and_where(col(N::AwardedAt).is_not_null())
        .cond_where(changed(filter))
        .and_where_option(
            filter
                .after
                .as_deref()
                .map(|after| col(N::Nomination).gt(after)),
        )
        .order_by((NOMINATION, N::Nomination), Order::Asc)
        .limit(filter.size.probe())
        .take()
}

/// Joins unit, campaign, and the clear values of a held award: no other name leaves the database.
fn beside(select: &mut SelectStatement) {
    use NominationTable as N;
    let unit = Cond::all()
        .add(same((UNIT, UnitTable::Ledger), (NOMINATION, N::Ledger)))
        .add(same((UNIT, UnitTable::Unit), (NOMINATION, N::Unit)));
    let campaign = Cond::all()
        .add(same(
            (CAMPAIGN, CampaignTable::Ledger),
            (NOMINATION, N::Ledger),
        ))
        .add(same(
            (CAMPAIGN, CampaignTable::Campaign),
            (NOMINATION, N::Campaign),
        ));
    let clear = |alias: &'static str, value: N| {
        Cond::all()
            .add(same(
                (alias, ClearValueTable::Ledger),
                (NOMINATION, N::Ledger),
            ))
            .add(same((alias, ClearValueTable::Value), (NOMINATION, value)))
            .add(col(N::Gate).eq(AWARDED))
    };
    let values = ClearValueTable::Table;
    select
        .join_as(JoinType::LeftJoin, UnitTable::Table, UNIT, unit)
        .join_as(JoinType::LeftJoin, CampaignTable::Table, CAMPAIGN, campaign)
        .join_as(JoinType::LeftJoin, values, NAME, clear(NAME, N::NameValue))
        .join_as(
            JoinType::LeftJoin,
            values,
            TITLE,
            clear(TITLE, N::TitleValue),
        );
}

fn changed(filter: &RegisterFilter) -> Cond {
    use NominationTable as N;
    let Some(award) = has_changed(filter, (NOMINATION, N::Position)) else {
        return Cond::all();
    };
    let nameless = Cond::all()
        .add(col(N::Kind).eq(INDIVIDUAL))
        .add(col(N::Gate).eq(AWARDED))
        .add(Expr::col((NAME, ClearValueTable::Value)).is_null());
    Cond::any()
        .add(award)
        .add_option(has_changed(filter, (UNIT, UnitTable::Position)))
        .add_option(has_changed(filter, (CAMPAIGN, CampaignTable::Position)))
        .add(nameless)
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::{PageSize, dialects::in_both_dialects};

    #[test]
    fn both_dialects_read_the_same_register_of_awards() {
        let filter = RegisterFilter {
            changed_since: 299,
            after: Some("HQ-CCHC-2024-0007".into()),
            size: PageSize::default(),
        };
        assert_snapshot!(in_both_dialects(&statement("hon-quan", &filter)));
    }
}
