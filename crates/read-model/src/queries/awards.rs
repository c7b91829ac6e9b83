//! Certificates and prizes of awards.

use sea_query::{Cond, Expr, ExprTrait, JoinType, Order, Query, SelectStatement};

use super::{ask, columns_of, named::with_name, same};
use crate::{
    AwardRow, AwardTable, Cells, NominationTable, Page, PageSize, QueryError, RowReader, TableRow,
    UnitTable,
};

const AWARD: &str = "award";
const NOMINATION: &str = "nomination";
const UNIT: &str = "unit";

/// An award, and who has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Award {
    /// Certificate and prize.
    pub row: AwardRow,
    /// Mã hồ sơ.
    pub code: String,
    /// `collective` or `individual`.
    pub kind: String,
    /// The unit that nominated.
    pub unit: String,
    /// Its present name.
    pub unit_name: Option<String>,
    /// The awardee's name; `None` for a collective and for a person who is erased.
    pub name: Option<String>,
}

/// Which awards.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AwardFilter {
    /// Of this campaign.
    pub campaign: String,
    /// Of this unit.
    pub unit: Option<String>,
    /// Whose certificate stands here, in the word of the domain.
    pub certificate: Option<String>,
    /// Whose prize stands here, in the word of the domain.
    pub prize: Option<String>,
}

/// Awards in the order of their nominations, behind the nomination `after`.
///
/// # Errors
/// [`QueryError`].
pub async fn awards(
    rows: &dyn RowReader,
    ledger: &str,
    filter: &AwardFilter,
    after: Option<&str>,
    size: PageSize,
) -> Result<Page<Award>, QueryError> {
    let statement = page(ledger, filter, after, size);
    let found = ask(rows, AwardRow::TABLE.name, statement, read).await?;
    Ok(Page::cut(found, size, |one| one.row.award.clone()))
}

fn read(cells: &mut Cells) -> Result<Award, QueryError> {
    Ok(Award {
        row: AwardRow::read(cells)?,
        code: cells.take("nomination.code")?,
        kind: cells.take("nomination.kind")?,
        unit: cells.take("nomination.unit")?,
        unit_name: cells.take("unit.name")?,
        name: cells.take("name")?,
    })
}

fn col(column: AwardTable) -> Expr {
    Expr::col((AWARD, column))
}

fn page(
    ledger: &str,
    filter: &AwardFilter,
    after: Option<&str>,
    size: PageSize,
) -> SelectStatement {
    use AwardTable as A;
    use NominationTable as N;
    let case = Cond::all()
        .add(same((NOMINATION, N::Ledger), (AWARD, A::Ledger)))
        .add(same((NOMINATION, N::Nomination), (AWARD, A::Award)));
    let unit = Cond::all()
        .add(same((UNIT, UnitTable::Ledger), (NOMINATION, N::Ledger)))
        .add(same((UNIT, UnitTable::Unit), (NOMINATION, N::Unit)));
    let is = |column: Expr, word: &Option<String>| word.as_deref().map(|word| column.eq(word));
    let mut select = Query::select();
    select
        .columns(columns_of::<AwardRow>(AWARD))
        .columns([N::Code, N::Kind, N::Unit].map(|column| (NOMINATION, column)))
        .column((UNIT, UnitTable::Name))
        .from_as(A::Table, AWARD)
        .join_as(JoinType::InnerJoin, N::Table, NOMINATION, case)
        .join_as(JoinType::LeftJoin, UnitTable::Table, UNIT, unit);
    with_name(&mut select, (NOMINATION, N::Ledger, N::NameValue));
    select
        .and_where(col(A::Ledger).eq(ledger))
        .and_where(col(A::Campaign).eq(filter.campaign.as_str()))
        .and_where_option(is(Expr::col((NOMINATION, N::Unit)), &filter.unit))
        .and_where_option(is(col(A::Certificate), &filter.certificate))
        .and_where_option(is(col(A::Prize), &filter.prize))
        .and_where_option(after.map(|after| col(A::Award).gt(after)))
        .order_by((AWARD, A::Award), Order::Asc)
        .limit(size.probe())
        .take()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::dialects::in_both_dialects;

    #[test]
    fn both_dialects_read_the_same_page_of_awards() {
        let filter = AwardFilter {
            campaign: "HQ-CCHC-2024".into(),
            unit: Some("tu-phap".into()),
            certificate: Some("printed".into()),
            prize: Some("paid".into()),
        };
        let after = Some("HQ-CCHC-2024-0007");
        let statement = page("hon-quan", &filter, after, PageSize::default());
        assert_snapshot!(in_both_dialects(&statement));
    }
}
