//! In which order a list stands, and what comes behind a place in it.

use sea_query::{Expr, ExprTrait, Order as Direction, SelectStatement};

/// The order of a list, each value before the next.
pub(super) struct Order {
    /// Values that no link may carry, or that need none: looked up for the row that a page begins
    /// after.
    pub(super) looked_up: Vec<Expr>,
    /// Values that the link to a page carries, the last of which no two rows share.
    pub(super) carried: Vec<Expr>,
}

impl Order {
    /// By a key that no two rows share.
    pub(super) fn by_key(key: Expr) -> Self {
        Self {
            looked_up: Vec::new(),
            carried: vec![key],
        }
    }

    /// By `value` before everything else.
    pub(super) fn first_by(mut self, value: impl IntoIterator<Item = Expr>) -> Self {
        self.looked_up.splice(0..0, value);
        self
    }

    /// Whether a row of `every` stands behind the one whose carried values are these. Nothing stands
    /// behind a row that is not there.
    pub(super) fn is_behind(&self, every: &SelectStatement, place: Vec<Expr>) -> Expr {
        let keys = self.carried.last().zip(place.last());
        let (key, named) = keys.expect("a list has a key");
        let is_it = key.clone().eq(named.clone());
        let look_up = |value: &Expr| looked_up(every, is_it.clone(), value.clone());
        let found: Vec<Expr> = self.looked_up.iter().map(look_up).collect();
        let values = self.looked_up.iter().chain(&self.carried).cloned();
        Expr::tuple(values).gt(Expr::tuple(found.into_iter().chain(place)))
    }

    /// Puts a list in this order.
    pub(super) fn sort(&self, select: &mut SelectStatement) {
        for value in self.looked_up.iter().chain(&self.carried) {
            select.order_by_expr(value.clone(), Direction::Asc);
        }
    }
}

/// The value that the one row of `every` has for which `is_it` holds.
fn looked_up(every: &SelectStatement, is_it: Expr, value: Expr) -> Expr {
    let mut row = every.clone();
    row.clear_selects().expr(value).and_where(is_it);
    Expr::from(row)
}
