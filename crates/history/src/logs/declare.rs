//! What must hold of every case, as Declare constraints over its gates.
//!
//! Source: INV-09, no gate is skipped. Templates as in Pesic and van der Aalst, DECLARE (2007):
//! *init*, a case begins so; *exactly one*; *precedence*, the second never without the first before
//! it; *not coexistence*, never both in one case.

use serde_json::{Value, json};

use khen_domain::nomination::Gate;

/// One constraint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Constraint {
    /// Every case begins with it.
    Init(Gate),
    /// It happens once in every case.
    ExactlyOne(Gate),
    /// The second never happens without the first before it.
    Precedence(Gate, Gate),
    /// Never both in one case.
    NotCoexistence(Gate, Gate),
}

/// Every constraint.
pub const CONSTRAINTS: &[Constraint] = &[
    Constraint::Init(Gate::Drafted),
    Constraint::ExactlyOne(Gate::Drafted),
    Constraint::Precedence(Gate::Proposed, Gate::UnitEndorsed),
    Constraint::Precedence(Gate::UnitEndorsed, Gate::Submitted),
    Constraint::Precedence(Gate::Submitted, Gate::Received),
    Constraint::Precedence(Gate::Received, Gate::UnderReview),
    Constraint::Precedence(Gate::UnderReview, Gate::ReviewPassed),
    Constraint::Precedence(Gate::ReviewPassed, Gate::CouncilListed),
    Constraint::Precedence(Gate::CouncilListed, Gate::CouncilApproved),
    Constraint::Precedence(Gate::CouncilApproved, Gate::Presented),
    Constraint::Precedence(Gate::Presented, Gate::ChairmanApproved),
    Constraint::Precedence(Gate::ChairmanApproved, Gate::DecisionSigned),
    Constraint::Precedence(Gate::DecisionSigned, Gate::Awarded),
    Constraint::Precedence(Gate::Awarded, Gate::AwardRevoked),
    Constraint::NotCoexistence(Gate::Awarded, Gate::Withdrawn),
    Constraint::NotCoexistence(Gate::Awarded, Gate::Superseded),
    Constraint::NotCoexistence(Gate::Awarded, Gate::Lapsed),
];

impl Constraint {
    /// The template, by the name that it has in `PM4Py`.
    #[must_use]
    pub fn template(self) -> &'static str {
        match self {
            Self::Init(_) => "init",
            Self::ExactlyOne(_) => "exactly_one",
            Self::Precedence(..) => "precedence",
            Self::NotCoexistence(..) => "noncoexistence",
        }
    }

    /// The gates that it is about.
    #[must_use]
    pub fn gates(self) -> Vec<Gate> {
        match self {
            Self::Init(gate) | Self::ExactlyOne(gate) => vec![gate],
            Self::Precedence(first, second) | Self::NotCoexistence(first, second) => {
                vec![first, second]
            }
        }
    }

    /// The index of the gate in a case at which it does not hold; `None` where it holds.
    pub(super) fn broken_at(self, gates: &[Gate]) -> Option<usize> {
        let place = |wanted: Gate| gates.iter().position(|gate| *gate == wanted);
        match self {
            Self::Init(gate) => gates.first().filter(|first| **first != gate).map(|_| 0),
            Self::ExactlyOne(gate) => {
                let mut places = (0..gates.len()).filter(|index| gates[*index] == gate);
                match (places.next(), places.next()) {
                    (Some(_), None) => None,
                    (Some(_), Some(second)) => Some(second),
                    (None, _) => Some(0),
                }
            }
            Self::Precedence(first, second) => {
                let at = place(second)?;
                place(first).is_none_or(|before| before > at).then_some(at)
            }
            Self::NotCoexistence(one, other) => Some(place(one)?.max(place(other)?)),
        }
    }
}

/// The constraints as data, `gates.declare.json`.
#[must_use]
pub fn declare() -> Value {
    let constraints = CONSTRAINTS.iter().map(
        |constraint| json!({ "template": constraint.template(), "activities": constraint.gates() }),
    );
    json!({
        "case": "nomination",
        "activity": "khen:gate",
        "constraints": constraints.collect::<Vec<_>>(),
    })
}
