//! The quota of a campaign: places, slots, and who may nominate.

use sea_query::{
    Alias, Cond, Expr, ExprTrait, Func, IntoIden, JoinType, Order, Query, SelectStatement,
};

use super::{ask, columns_of, same};
use crate::{
    Cells, EligibilityRow, EligibilityTable, NominationTable, Page, PageSize, QueryError, QuotaRow,
    QuotaTable, RowReader, SlotRow, SlotTable, TableRow, UnitTable,
};

const QUOTA: &str = "quota";
const SLOT: &str = "slot";
const NOMINATION: &str = "nomination";
const TAKEN: &str = "taken";
const ELIGIBILITY: &str = "eligibility";
const UNIT: &str = "unit";

/// The quota of a kind, with the places that are used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// The quota.
    pub row: QuotaRow,
    /// Places that an approval of the Chairman holds.
    pub approved: u64,
    /// Places that a signature has used up.
    pub consumed: u64,
    /// Slots that units and groups were given, in all.
    pub allocated: u64,
}

/// The slots of a unit or group, with those that are taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slots {
    /// The slots.
    pub row: SlotRow,
    /// How many are taken.
    pub taken: u64,
}

/// Whether a unit may nominate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Eligible {
    /// The determination.
    pub row: EligibilityRow,
    /// The present name of the unit.
    pub unit_name: Option<String>,
}

/// The quota of a campaign, one for each kind.
///
/// # Errors
/// [`QueryError`].
pub async fn places(
    rows: &dyn RowReader,
    ledger: &str,
    campaign: &str,
) -> Result<Vec<Places>, QueryError> {
    let statement = of_places(ledger, campaign);
    ask(rows, QuotaRow::TABLE.name, statement, |cells| {
        Ok(Places {
            row: QuotaRow::read(cells)?,
            approved: cells.take("approved")?,
            consumed: cells.take("consumed")?,
            allocated: cells.take::<Option<u64>>("allocated")?.unwrap_or(0),
        })
    })
    .await
}

/// The slots of a campaign behind the stream `after`; of all holders, or of some.
///
/// # Errors
/// [`QueryError`].
pub async fn slots(
    rows: &dyn RowReader,
    ledger: &str,
    campaign: &str,
    holders: Option<&[&str]>,
    after: Option<&str>,
    size: PageSize,
) -> Result<Page<Slots>, QueryError> {
    let mut statement = of_slots(ledger, campaign, holders);
    statement
        .and_where_option(after.map(|after| Expr::col((SLOT, SlotTable::Slot)).gt(after)))
        .limit(size.probe());
    let found = ask(rows, SlotRow::TABLE.name, statement, |cells| {
        Ok(Slots {
            row: SlotRow::read(cells)?,
            taken: cells.take::<Option<u64>>("taken")?.unwrap_or(0),
        })
    });
    Ok(Page::cut(found.await?, size, |one| one.row.slot.clone()))
}

/// Which units may nominate, behind the key `after`; all of them, or one.
///
/// # Errors
/// [`QueryError`].
pub async fn eligible(
    rows: &dyn RowReader,
    ledger: &str,
    campaign: &str,
    unit: Option<&str>,
    after: Option<&str>,
    size: PageSize,
) -> Result<Page<Eligible>, QueryError> {
    let statement = of_units(ledger, campaign, unit, after, size);
    let read = |cells: &mut Cells| {
        Ok(Eligible {
            row: EligibilityRow::read(cells)?,
            unit_name: cells.take("unit.name")?,
        })
    };
    let found = ask(rows, EligibilityRow::TABLE.name, statement, read).await?;
    Ok(Page::cut(found, size, |one| one.row.eligibility.clone()))
}

/// How many nominations hold a place, counted where they stand.
fn used(ledger: &str, campaign: &str, place: &str) -> Expr {
    use NominationTable as N;
    let counted = Query::select()
        .expr(Func::count(Expr::col((NOMINATION, N::Nomination))))
        .from_as(N::Table, NOMINATION)
        .and_where(Expr::col((NOMINATION, N::Ledger)).eq(ledger))
        .and_where(Expr::col((NOMINATION, N::Campaign)).eq(campaign))
        .and_where(same((NOMINATION, N::Kind), (QUOTA, QuotaTable::Kind)))
        .and_where(Expr::col((NOMINATION, N::Place)).eq(place))
        .take();
    Expr::from(counted)
}

/// How many slots are given out, whoever holds them.
fn allocated(ledger: &str, campaign: &str) -> Expr {
    use SlotTable as S;
    let given = Query::select()
        .expr(Func::cast_as(
            Func::sum(Expr::col((SLOT, S::Granted))),
            Alias::new("bigint"),
        ))
        .from_as(S::Table, SLOT)
        .and_where(Expr::col((SLOT, S::Ledger)).eq(ledger))
        .and_where(Expr::col((SLOT, S::Campaign)).eq(campaign))
        .and_where(same((SLOT, S::Kind), (QUOTA, QuotaTable::Kind)))
        .take();
    Expr::from(given)
}

fn of_places(ledger: &str, campaign: &str) -> SelectStatement {
    use QuotaTable as Q;
    Query::select()
        .columns(columns_of::<QuotaRow>(QUOTA))
        .expr(used(ledger, campaign, "approved"))
        .expr(used(ledger, campaign, "consumed"))
        .expr(allocated(ledger, campaign))
        .from_as(Q::Table, QUOTA)
        .and_where(Expr::col((QUOTA, Q::Ledger)).eq(ledger))
        .and_where(Expr::col((QUOTA, Q::Campaign)).eq(campaign))
        .order_by((QUOTA, Q::Quota), Order::Asc)
        .take()
}

fn of_slots(ledger: &str, campaign: &str, holders: Option<&[&str]>) -> SelectStatement {
    use NominationTable as N;
    use SlotTable as S;
    let count = Alias::new("count").into_iden();
    let counted = Query::select()
        .column(N::Slot)
        .expr_as(Func::count(Expr::col(N::Nomination)), count.clone())
        .from(N::Table)
        .and_where(Expr::col(N::Ledger).eq(ledger))
        .and_where(Expr::col(N::Campaign).eq(campaign))
        .and_where(Expr::col(N::Slot).is_not_null())
        .add_group_by([Expr::col(N::Slot)])
        .take();
    let takes = same((TAKEN, N::Slot), (SLOT, S::Slot));
    let holds = holders.map(|names| {
        let names = names.iter().copied();
        Expr::col((SLOT, S::Holder)).is_in(names)
    });
    Query::select()
        .columns(columns_of::<SlotRow>(SLOT))
        .column((TAKEN, count))
        .from_as(S::Table, SLOT)
        .join_subquery(JoinType::LeftJoin, counted, TAKEN, takes)
        .and_where(Expr::col((SLOT, S::Ledger)).eq(ledger))
        .and_where(Expr::col((SLOT, S::Campaign)).eq(campaign))
        .and_where_option(holds)
        .order_by((SLOT, S::Slot), Order::Asc)
        .take()
}

fn of_units(
    ledger: &str,
    campaign: &str,
    unit: Option<&str>,
    after: Option<&str>,
    size: PageSize,
) -> SelectStatement {
    use EligibilityTable as E;
    let col = |column: E| Expr::col((ELIGIBILITY, column));
    let named = Cond::all()
        .add(same((UNIT, UnitTable::Ledger), (ELIGIBILITY, E::Ledger)))
        .add(same((UNIT, UnitTable::Unit), (ELIGIBILITY, E::Unit)));
    Query::select()
        .columns(columns_of::<EligibilityRow>(ELIGIBILITY))
        .column((UNIT, UnitTable::Name))
        .from_as(E::Table, ELIGIBILITY)
        .join_as(JoinType::LeftJoin, UnitTable::Table, UNIT, named)
        .and_where(col(E::Ledger).eq(ledger))
        .and_where(col(E::Campaign).eq(campaign))
        .and_where_option(unit.map(|unit| col(E::Unit).eq(unit)))
        .and_where_option(after.map(|after| col(E::Eligibility).gt(after)))
        .order_by((ELIGIBILITY, E::Eligibility), Order::Asc)
        .limit(size.probe())
        .take()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::dialects::in_both_dialects;

    #[test]
    fn both_dialects_count_the_same_places() {
        assert_snapshot!(in_both_dialects(&of_places("hon-quan", "HQ-CCHC-2024")));
    }

    #[test]
    fn both_dialects_count_the_same_slots() {
        let holders = ["tu-phap", "agencies"];
        let statement = of_slots("hon-quan", "HQ-CCHC-2024", Some(&holders));
        assert_snapshot!(in_both_dialects(&statement));
    }

    #[test]
    fn both_dialects_read_the_same_page_of_eligible_units() {
        let (campaign, size) = ("HQ-CCHC-2024", PageSize::default());
        let statement = of_units("hon-quan", campaign, Some("tu-phap"), Some("a"), size);
        assert_snapshot!(in_both_dialects(&statement));
    }
}
