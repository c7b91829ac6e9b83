//! Which nominations, in which order.

use std::fmt;

use jiff::Timestamp;
use sea_query::{Cond, Expr, ExprTrait, Func, SelectStatement};

use super::{CARRIER, NAME, NOMINATION, Nomination, UNIT, held::is_held, select};
use crate::{
    ClearValueTable, NominationTable, PageError, PageSize, QueueTable, Search, UnitTable,
    queries::{
        late::{Lateness, Waiting},
        place::Order,
    },
};

/// Which nominations. A word that nothing bears finds nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NominationFilter {
    /// Of this campaign.
    pub campaign: Option<String>,
    /// Of this unit.
    pub unit: Option<String>,
    /// Of the units of this group.
    pub group: Option<String>,
    /// `collective` or `individual`.
    pub kind: Option<String>,
    /// At this gate, in the word of the domain.
    pub gate: Option<String>,
    /// On this paper: the stream of a submission, a session, a presentation or a decision.
    pub paper: Option<String>,
    /// Of the nominee with this reference.
    pub nominee_ref: Option<String>,
    /// Waiting for a desk of this role.
    pub desk: Option<String>,
    /// Whether something is being verified about the nominee.
    pub held: Option<bool>,
    /// Waiting for somebody for too long.
    pub late: Option<Lateness>,
    /// Whose nominee, code or unit bears this text.
    pub search: Option<Search>,
}

/// In which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NominationSort {
    /// By id.
    #[default]
    Code,
    /// By the given name of the nominee; a collective by the name of its unit.
    Name,
    /// What did not change for the longest time first.
    Changed,
}

/// A place in a list of nominations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NominationAfter {
    changed_at: Option<Timestamp>,
    nomination: String,
}

impl NominationSort {
    /// Reads a place in a list of this order, which [`Page::next`](crate::Page::next) named.
    ///
    /// # Errors
    /// [`PageError::After`] for any other text.
    pub fn place(self, text: &str) -> Result<NominationAfter, PageError> {
        let (changed_at, nomination) = match self {
            Self::Code | Self::Name => (None, text),
            Self::Changed => {
                let (changed_at, id) = text.split_once('~').ok_or(PageError::After)?;
                let changed_at = changed_at.parse().ok();
                let changed_at = changed_at.and_then(|at| Timestamp::from_microsecond(at).ok());
                (Some(changed_at.ok_or(PageError::After)?), id)
            }
        };
        Ok(NominationAfter {
            changed_at,
            nomination: nomination.to_owned(),
        })
    }
}

impl fmt::Display for NominationAfter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(at) = self.changed_at {
            write!(f, "{}~", at.as_microsecond())?;
        }
        f.write_str(&self.nomination)
    }
}

/// The place of a nomination in a list of this order.
pub(super) fn place_of(sort: NominationSort, nomination: &Nomination) -> NominationAfter {
    NominationAfter {
        changed_at: match sort {
            NominationSort::Code | NominationSort::Name => None,
            NominationSort::Changed => Some(nomination.row.changed_at),
        },
        nomination: nomination.row.nomination.clone(),
    }
}

pub(super) fn page(
    ledger: &str,
    filter: &NominationFilter,
    sort: NominationSort,
    after: Option<&NominationAfter>,
    size: PageSize,
) -> SelectStatement {
    let search = filter.search.as_ref();
    let rank = search.map(|search| search.rank(spelled()));
    let order = order(sort).first_by(rank);
    // The keys of the page are found first, over the few columns that find and order them; only
    // its own nominations are then read with everything beside them.
    let mut keys = select(ledger);
    keys.clear_selects()
        .column((NOMINATION, NominationTable::Nomination));
    let behind = after.map(|after| {
        let changed_at = after.changed_at.map(|at| Expr::val(at.as_microsecond()));
        let key = Expr::val(after.nomination.as_str());
        order.is_behind(&keys, changed_at.into_iter().chain([key]).collect())
    });
    keys.cond_where(asked(ledger, filter))
        .cond_where(Cond::all().add_option(search.map(bears)))
        .and_where_option(behind)
        .limit(size.probe());
    order.sort(&mut keys);
    let mut page = select(ledger);
    page.and_where(col(NominationTable::Nomination).in_subquery(keys));
    order.sort(&mut page);
    page
}

fn col(column: NominationTable) -> Expr {
    Expr::col((NOMINATION, column))
}

fn order(sort: NominationSort) -> Order {
    let by_key = Order::by_key(col(NominationTable::Nomination));
    match sort {
        NominationSort::Code => by_key,
        NominationSort::Name => by_key.first_by([sort_key()]),
        NominationSort::Changed => Order {
            carried: [NominationTable::ChangedAt, NominationTable::Nomination]
                .map(col)
                .into(),
            ..by_key
        },
    }
}

/// Erased nominees have an empty key, because a missing one compares with nothing.
fn sort_key() -> Expr {
    let of_unit = Expr::case(
        col(NominationTable::NameValue).is_null(),
        Expr::col((UNIT, UnitTable::SortKey)),
    );
    let name = Expr::col((NAME, ClearValueTable::SortKey));
    Func::coalesce([name, of_unit.into(), Expr::val("")]).into()
}

/// Where a nominee, a collective among them, is spelled out.
fn spelled() -> [Expr; 2] {
    let name = Expr::col((NAME, ClearValueTable::Spelled));
    [name, Expr::col((UNIT, UnitTable::Spelled))]
}

fn bears(search: &Search) -> Cond {
    let name = Expr::col((NAME, ClearValueTable::Folded));
    Cond::any()
        .add(search.is_in(name))
        .add(search.is_in(Expr::col((UNIT, UnitTable::Folded))))
        .add(search.is_in_code(col(NominationTable::Code)))
}

/// The streams of decisions with an awardee who bears the text.
pub(in crate::queries) fn decisions_bearing(ledger: &str, search: &Search) -> SelectStatement {
    select(ledger)
        .clear_selects()
        .column((NOMINATION, NominationTable::Decision))
        .cond_where(bears(search))
        .and_where(col(NominationTable::Decision).is_not_null())
        .take()
}

fn asked(ledger: &str, filter: &NominationFilter) -> Cond {
    use NominationTable as N;
    let is = |column: Expr, word: &Option<String>| word.as_deref().map(|word| column.eq(word));
    let group = Expr::col((UNIT, UnitTable::GroupId));
    let paper = filter.paper.as_deref().map(on_paper);
    let late = filter
        .late
        .as_ref()
        .map(|late| late.is_late(ledger, waiting()));
    Cond::all()
        .add_option(is(col(N::Campaign), &filter.campaign))
        .add_option(is(col(N::Unit), &filter.unit))
        .add_option(is(group, &filter.group))
        .add_option(is(col(N::Kind), &filter.kind))
        .add_option(is(col(N::Gate), &filter.gate))
        .add_option(paper)
        .add_option(is(col(N::NomineeRef), &filter.nominee_ref))
        .add_option(is(own_or_carried(N::Role, QueueTable::Role), &filter.desk))
        .add_option(filter.held.map(|held| {
            if held {
                is_held(ledger)
            } else {
                is_held(ledger).not()
            }
        }))
        .add_option(late)
}

/// A paper says by the first part of its name in which column it stands.
fn on_paper(paper: &str) -> Expr {
    use NominationTable as N;
    let kind = paper.split('/').next().unwrap_or_default();
    let columns = [
        ("submission", N::Submission),
        ("council_session", N::CouncilSession),
        ("presentation", N::Presentation),
        ("decision", N::Decision),
    ];
    let column = columns.into_iter().find(|(word, _)| *word == kind);
    column.map_or_else(nothing, |(_, column)| col(column).eq(paper))
}

/// What holds for no row.
fn nothing() -> Expr {
    Expr::val(0_i64).eq(1_i64)
}

/// The desk of the nomination itself, or of the paper that carries it.
fn own_or_carried(own: NominationTable, carried: QueueTable) -> Expr {
    Func::coalesce([col(own), Expr::col((CARRIER, carried))]).into()
}

fn waiting() -> Waiting {
    use NominationTable as N;
    Waiting {
        campaign: col(N::Campaign),
        act: own_or_carried(N::Act, QueueTable::Act),
        counted_from: own_or_carried(N::CountedFrom, QueueTable::CountedFrom),
        due: own_or_carried(N::Due, QueueTable::Due),
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

    fn everything() -> NominationFilter {
        let now = Timestamp::UNIX_EPOCH;
        NominationFilter {
            campaign: Some("HQ-CCHC-2024".into()),
            unit: Some("tu-phap".into()),
            group: Some("agencies".into()),
            kind: Some("individual".into()),
            gate: Some("drafted".into()),
            paper: Some("decision/HQ-CCHC-2024-1".into()),
            nominee_ref: Some("00ff".into()),
            desk: Some("reviewer".into()),
            held: Some(false),
            late: Some(Lateness {
                now,
                waits_since: vec![rule("record_finding")],
                ahead_of: vec![rule("list_nominations")],
                before_deadline: vec!["propose_nominee".into()],
            }),
            search: Search::of("Minh Họa"),
        }
    }

    #[test]
    fn both_dialects_read_the_same_page_of_nominations() {
        let sort = NominationSort::Name;
        let after = sort.place("HQ-CCHC-2024-0007").unwrap();
        let size = PageSize::default();
        let statement = page("hon-quan", &everything(), sort, Some(&after), size);
        assert_snapshot!(in_both_dialects(&statement));
    }

    #[test]
    fn a_place_in_a_list_reads_back() {
        for (sort, text) in [
            (NominationSort::Code, "HQ-CCHC-2024-0007"),
            (NominationSort::Name, "HQ-CCHC-2024-0007"),
            (
                NominationSort::Changed,
                "1730772600000000~HQ-CCHC-2024-0007",
            ),
        ] {
            assert_eq!(sort.place(text).unwrap().to_string(), text);
        }
        let wrong = NominationSort::Changed.place("HQ-CCHC-2024-0007");
        assert_eq!(wrong, Err(PageError::After));
    }
}
