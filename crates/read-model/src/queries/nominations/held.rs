//! Whether something is being verified about a nominee.

use sea_query::{Cond, Expr, ExprTrait, JoinType, Query, SelectStatement};

use super::{NAME, NOMINATION};
use crate::{ClearValueTable, HoldTable, NominationTable, queries::same};

const HOLD: &str = "hold";
const LINK: &str = "link";

/// A collective is held by its unit; a person by the reference that leads to the owner of the name.
/// Of an erased person nothing is known. Who is held is found once, whatever the number of
/// nominations.
pub(super) fn is_held(ledger: &str) -> Expr {
    use ClearValueTable as C;
    use HoldTable as H;
    use NominationTable as N;
    let leads = Cond::all()
        .add(same((LINK, C::Ledger), (HOLD, H::Ledger)))
        .add(same((LINK, C::Value), (HOLD, H::Subject)));
    let units = held(ledger).column((HOLD, H::Subject)).take();
    let people = held(ledger)
        .column((LINK, C::Owner))
        .join_as(JoinType::InnerJoin, C::Table, LINK, leads)
        .take();
    let owner = Expr::col((NAME, C::Owner));
    let of_unit = Cond::all()
        .add(Expr::col((NOMINATION, N::NameValue)).is_null())
        .add(Expr::col((NOMINATION, N::Unit)).in_subquery(units));
    let of_person = Cond::all()
        .add(owner.clone().is_not_null())
        .add(owner.in_subquery(people));
    Cond::any().add(of_unit).add(of_person).into()
}

/// The holds that stand.
fn held(ledger: &str) -> SelectStatement {
    Query::select()
        .from_as(HoldTable::Table, HOLD)
        .and_where(Expr::col((HOLD, HoldTable::Ledger)).eq(ledger))
        .and_where(Expr::col((HOLD, HoldTable::LiftedAt)).is_null())
        .take()
}
