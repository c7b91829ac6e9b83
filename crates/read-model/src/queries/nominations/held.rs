//! Whether something is being verified about a nominee.

use sea_query::{Cond, Expr, ExprTrait, JoinType, Query};

use super::{NAME, NOMINATION};
use crate::{ClearValueTable, HoldTable, NominationTable, queries::same};

const HOLD: &str = "hold";
const LINK: &str = "link";

/// A collective is held by its unit; a person by the reference that leads to the owner of the name.
/// Of an erased person nothing is known.
pub(super) fn is_held() -> Expr {
    use ClearValueTable as C;
    use HoldTable as H;
    use NominationTable as N;
    let leads = Cond::all()
        .add(same((LINK, C::Ledger), (HOLD, H::Ledger)))
        .add(same((LINK, C::Value), (HOLD, H::Subject)));
    let of_unit = Cond::all()
        .add(Expr::col((NOMINATION, N::NameValue)).is_null())
        .add(same((HOLD, H::Subject), (NOMINATION, N::Unit)));
    let of_person = same((LINK, C::Owner), (NAME, C::Owner));
    let hold = Query::select()
        .expr(Expr::val(1_i64))
        .from_as(H::Table, HOLD)
        .join_as(JoinType::LeftJoin, C::Table, LINK, leads)
        .and_where(same((HOLD, H::Ledger), (NOMINATION, N::Ledger)))
        .and_where(Expr::col((HOLD, H::LiftedAt)).is_null())
        .cond_where(Cond::any().add(of_unit).add(of_person))
        .take();
    Expr::exists(hold)
}
