//! What others in the same position got: cases of one campaign that reached the same gate.

use std::collections::BTreeMap;

use jiff::SignedDuration;

use crate::{Entry, logs::gate};
use khen_domain::{
    CampaignId, CriterionCode, Event, Finding, Moment, NominationId, NomineeKind, UnitId,
    nomination::{self, Gate},
};
use khen_eventlog::Position;

/// The cases of a campaign in the making of a comparison.
#[derive(Debug)]
pub struct Peers {
    campaign: CampaignId,
    cases: BTreeMap<NominationId, Case>,
}

#[derive(Debug)]
struct Case {
    unit: UnitId,
    kind: NomineeKind,
    criteria: BTreeMap<CriterionCode, Finding>,
    /// Gates in the order in which it came to them, one after another.
    way: Vec<(Gate, Position, Moment)>,
}

/// A case of the same campaign and for the same kind of nominee that reached the gate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peer {
    /// The case.
    pub nomination: NominationId,
    /// Its unit.
    pub unit: UnitId,
    /// The gate that it stands at now.
    pub gate_now: Gate,
    /// The event that led it to the gate asked for, the first time.
    pub position: Position,
    /// When that happened.
    pub reached_at: Moment,
    /// From the draft until then.
    pub since_draft: SignedDuration,
    /// From the gate before until then; zero for a draft.
    pub since_gate_before: SignedDuration,
    /// How long it stood there, that first time; none while it still does.
    pub stayed: Option<SignedDuration>,
    /// What the review last found, by criterion.
    pub criteria: BTreeMap<CriterionCode, Finding>,
}

impl Peers {
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
        let Event::Nomination(event) = entry.event() else {
            return;
        };
        let id = NominationId::parse(entry.stream.key()).ok();
        let Some(id) = id.filter(|id| *id.campaign() == self.campaign) else {
            return;
        };
        if let nomination::Event::NominationDrafted {
            unit, nominee_kind, ..
        } = event
        {
            let case = Case::new(unit.clone(), *nominee_kind);
            self.cases.insert(id.clone(), case);
        }
        if let Some(case) = self.cases.get_mut(&id) {
            case.see(entry, event);
        }
    }

    /// The gate that a case stands at; `None` where there is no such case.
    #[must_use]
    pub fn gate_of(&self, nomination: &NominationId) -> Option<Gate> {
        self.cases.get(nomination)?.gate_now()
    }

    /// The cases that reached `gate`, of the kind of this one and with it if it did, in the order of
    /// their codes; `None` where there is no such case.
    #[must_use]
    pub fn at(&self, nomination: &NominationId, gate: Gate) -> Option<Vec<Peer>> {
        let kind = self.cases.get(nomination)?.kind;
        let alike = self.cases.iter().filter(|(_, case)| case.kind == kind);
        Some(alike.filter_map(|(id, case)| case.at(id, gate)).collect())
    }
}

impl Case {
    fn new(unit: UnitId, kind: NomineeKind) -> Self {
        Self {
            unit,
            kind,
            criteria: BTreeMap::new(),
            way: Vec::new(),
        }
    }

    fn see(&mut self, entry: &Entry, event: &nomination::Event) {
        if let nomination::Event::CriterionAssessed {
            criterion, value, ..
        } = event
        {
            self.criteria.insert(criterion.clone(), *value);
        } else if let nomination::Event::ReviewPassed { criteria, .. } = event {
            let found = criteria.iter().map(|one| (one.code.clone(), one.value));
            self.criteria.extend(found);
        }
        let gate = gate(entry).filter(|gate| self.gate_now() != Some(*gate));
        if let Some(gate) = gate {
            self.way.push((gate, entry.position, entry.occurred_at()));
        }
    }

    fn gate_now(&self) -> Option<Gate> {
        self.way.last().map(|(gate, ..)| *gate)
    }

    fn at(&self, id: &NominationId, gate: Gate) -> Option<Peer> {
        let place = self.way.iter().position(|(at, ..)| *at == gate)?;
        let (_, position, reached_at) = self.way[place];
        let since = |from: Moment| reached_at.timestamp().duration_since(from.timestamp());
        let before = self.way[place.saturating_sub(1)].2;
        let left = self.way.get(place + 1);
        Some(Peer {
            nomination: id.clone(),
            unit: self.unit.clone(),
            gate_now: self.gate_now()?,
            position,
            reached_at,
            since_draft: since(self.way[0].2),
            since_gate_before: since(before),
            stayed: left.map(|(_, _, at)| at.timestamp().duration_since(reached_at.timestamp())),
            criteria: self.criteria.clone(),
        })
    }
}
