//! Cases against the way that they must go.

use std::collections::BTreeMap;

use super::{CONSTRAINTS, Constraint, gate, way::may_move};
use crate::Entry;
use khen_domain::{CampaignId, NominationId, nomination::Gate};
use khen_eventlog::Position;

/// What a case departs from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// A constraint of the gates.
    Constraint(Constraint),
    /// A move that the way does not know.
    Move(Gate, Gate),
}

/// Where a case departs from its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Departure {
    /// The case.
    pub nomination: NominationId,
    /// The event at which it shows.
    pub position: Position,
    /// What it departs from.
    pub rule: Rule,
}

/// The gates that the cases of a campaign passed, one after the other.
#[derive(Debug)]
pub struct Conformance {
    campaign: CampaignId,
    cases: BTreeMap<NominationId, Vec<(Gate, Position)>>,
}

impl Conformance {
    /// Before the first event.
    #[must_use]
    pub fn begin(campaign: &CampaignId) -> Self {
        Self {
            campaign: campaign.clone(),
            cases: BTreeMap::new(),
        }
    }

    /// Looks at the next event of the ledger.
    pub fn see(&mut self, entry: &Entry) {
        let id = gate(entry)
            .and_then(|gate| Some((gate, NominationId::parse(entry.stream.key()).ok()?)));
        if let Some((gate, id)) = id
            && *id.campaign() == self.campaign
        {
            self.cases
                .entry(id)
                .or_default()
                .push((gate, entry.position));
        }
    }

    /// How many cases there are.
    #[must_use]
    pub fn case_count(&self) -> usize {
        self.cases.len()
    }

    /// Every departure, case by case.
    #[must_use]
    pub fn departures(&self) -> Vec<Departure> {
        let mut all = Vec::new();
        for (nomination, passed) in &self.cases {
            let gates: Vec<Gate> = passed.iter().map(|(gate, _)| *gate).collect();
            let broken = CONSTRAINTS.iter().filter_map(|constraint| {
                let at = constraint.broken_at(&gates)?;
                Some((Rule::Constraint(*constraint), passed[at].1))
            });
            let moves = passed.windows(2).filter_map(|pair| {
                let ((from, _), (to, position)) = (pair[0], pair[1]);
                (!may_move(from, to)).then_some((Rule::Move(from, to), position))
            });
            all.extend(broken.chain(moves).map(|(rule, position)| Departure {
                nomination: nomination.clone(),
                position,
                rule,
            }));
        }
        all
    }
}
