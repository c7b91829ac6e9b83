//! The board of a campaign: how many cases stand where, and how long they take.
//!
//! Nothing is counted before it is asked.

use sea_query::{
    Alias, Cond, Expr, ExprTrait, Func, IntoIden, Order, Query, SelectStatement, UnionType,
};

use super::ask;
use crate::{NominationTable, QueryError, RowReader};

/// How many cases of a unit and kind stand at a gate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The unit.
    pub unit: String,
    /// `collective` or `individual`.
    pub kind: String,
    /// The gate, in the word of the domain.
    pub gate: String,
    /// How many.
    pub count: u64,
}

macro_rules! steps {
    ($($(#[$doc:meta])+ $name:ident = $word:literal: $from:ident to $to:ident),+ $(,)?) => {
        /// A step of a case: from one stored date to the next.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Step { $($(#[$doc])+ $name),+ }

        impl Step {
            /// Every step, in the order of the way.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The word on the wire.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word),+ }
            }

            /// The columns of its first and its last moment.
            fn columns(self) -> (NominationTable, NominationTable) {
                match self {
                    $(Self::$name => (NominationTable::$from, NominationTable::$to)),+
                }
            }
        }
    };
}

steps! {
    /// In its unit, until it is sent.
    Unit = "unit": DraftedAt to SubmittedAt,
    /// At intake, until it is received.
    Intake = "intake": SubmittedAt to ReceivedAt,
    /// Under review, until the review is confirmed.
    Review = "review": ReceivedAt to ReviewedAt,
    /// Waiting for the Council's vote.
    Council = "council": ReviewedAt to CouncilAt,
    /// Until the Council presents it.
    Presentation = "presentation": CouncilAt to PresentedAt,
    /// Before the Chairman.
    Chairman = "chairman": PresentedAt to ChairmanAt,
    /// Until the decision is signed.
    Signature = "signature": ChairmanAt to SignedAt,
    /// Until the decision is issued.
    Issue = "issue": SignedAt to AwardedAt,
}

/// Cases that took a step between the same two days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// The step.
    pub step: Step,
    /// The day in Viet Nam on which it began, counted from 1 January 1970.
    pub from: i64,
    /// The day on which it ended; `None` while the case is at it.
    pub to: Option<i64>,
    /// How many cases.
    pub count: u64,
}

/// How many cases of a campaign stand where.
///
/// # Errors
/// [`QueryError`].
pub async fn standings(
    rows: &dyn RowReader,
    ledger: &str,
    campaign: &str,
) -> Result<Vec<Standing>, QueryError> {
    ask(rows, "board", counted(ledger, campaign), |cells| {
        Ok(Standing {
            unit: cells.take("unit")?,
            kind: cells.take("kind")?,
            gate: cells.take("gate")?,
            count: cells.take("count")?,
        })
    })
    .await
}

/// How long the cases of a campaign took or take for each step. A case that ended on the way is not
/// at any step.
///
/// # Errors
/// [`QueryError`].
pub async fn steps(
    rows: &dyn RowReader,
    ledger: &str,
    campaign: &str,
    over: &[&str],
) -> Result<Vec<Taken>, QueryError> {
    let statement = taken(ledger, campaign, over);
    ask(rows, "board", statement, |cells| {
        let step: u64 = cells.take("step")?;
        let step = usize::try_from(step).ok().and_then(|at| Step::ALL.get(at));
        let corrupt = || QueryError::Corrupt {
            place: "the board, column step".to_owned(),
        };
        Ok(Taken {
            step: *step.ok_or_else(corrupt)?,
            from: cells.take("from")?,
            to: cells.take("to")?,
            count: cells.take("count")?,
        })
    })
    .await
}

fn counted(ledger: &str, campaign: &str) -> SelectStatement {
    use NominationTable as N;
    let groups = [N::Unit, N::Kind, N::Gate];
    Query::select()
        .columns(groups)
        .expr(Func::count(Expr::col(N::Nomination)))
        .from(N::Table)
        .and_where(Expr::col(N::Ledger).eq(ledger))
        .and_where(Expr::col(N::Campaign).eq(campaign))
        .add_group_by(groups.map(Expr::col))
        .order_by(N::Unit, Order::Asc)
        .order_by(N::Kind, Order::Asc)
        .order_by(N::Gate, Order::Asc)
        .take()
}

fn taken(ledger: &str, campaign: &str, over: &[&str]) -> SelectStatement {
    let mut all = (0_i64..)
        .zip(Step::ALL)
        .map(|(at, step)| of_step(ledger, campaign, over, at, *step));
    let mut first = all.next().expect("there is a step");
    for next in all {
        first.union(UnionType::All, next);
    }
    first
}

fn of_step(ledger: &str, campaign: &str, over: &[&str], at: i64, step: Step) -> SelectStatement {
    use NominationTable as N;
    let (from, to) = step.columns();
    let ended = Cond::any().add(Expr::col(to).is_not_null());
    let goes_on = Expr::col(N::Gate).is_not_in(over.iter().copied());
    let [first, last] = ["from", "to"].map(|name| Alias::new(name).into_iden());
    Query::select()
        .expr(Expr::val(at))
        .expr_as(day(Expr::col(from)), first.clone())
        .expr_as(day(Expr::col(to)), last.clone())
        .expr(Func::count(Expr::col(N::Nomination)))
        .from(N::Table)
        .and_where(Expr::col(N::Ledger).eq(ledger))
        .and_where(Expr::col(N::Campaign).eq(campaign))
        .and_where(Expr::col(from).is_not_null())
        .cond_where(ended.add(goes_on))
        .add_group_by([Expr::col(first), Expr::col(last)])
        .take()
}

/// The day in Viet Nam of a time in microseconds, counted from 1 January 1970; times are later.
pub(super) fn day(time: Expr) -> Expr {
    const OFFSET: i64 = 7 * 3_600_000_000;
    const DAY: i64 = 24 * 3_600_000_000;
    time.add(OFFSET).div(DAY)
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::dialects::in_both_dialects;

    #[test]
    fn both_dialects_count_the_same_board() {
        let statement = counted("hon-quan", "HQ-CCHC-2024");
        assert_snapshot!(in_both_dialects(&statement));
    }

    #[test]
    fn both_dialects_count_the_same_steps() {
        let statement = taken("hon-quan", "HQ-CCHC-2024", &["withdrawn"]);
        assert_snapshot!(in_both_dialects(&statement));
    }
}
