//! What several audits need to know of the ledger: who holds what, and what a case is about.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::Entry;
use khen_domain::{
    AssignmentId, CampaignId, Event, NominationId, NomineeKind, NomineeRef, PersonId, Role, UnitId,
    UnitKind,
    calendar::{Calendar, YearDays},
    campaign, nomination, org,
};
use khen_eventlog::Position;

/// The ledger as far as it has been read.
#[derive(Default)]
pub(super) struct Known {
    assignments: BTreeMap<AssignmentId, Held>,
    cases: BTreeMap<NominationId, Case>,
    plans: BTreeMap<CampaignId, i16>,
    units: BTreeMap<UnitId, Unit>,
    pub(super) calendar: Calendar,
}

/// An assignment.
pub(super) struct Held {
    pub(super) person: PersonId,
    pub(super) role: Role,
    pub(super) from: Date,
    pub(super) to: Option<Date>,
    pub(super) granted: Position,
}

/// What a nomination is about.
pub(super) struct Case {
    pub(super) unit: UnitId,
    pub(super) kind: NomineeKind,
    pub(super) nominee: NomineeRef,
}

/// A unit.
pub(super) struct Unit {
    pub(super) kind: UnitKind,
    pub(super) established: Position,
    pub(super) until: Option<Date>,
}

impl Known {
    pub(super) fn see(&mut self, entry: &Entry) {
        if let Event::Org(event) = entry.event() {
            self.see_org(entry, event);
        } else if let Event::Nomination(nomination::Event::NominationDrafted {
            unit,
            nominee_kind,
            nominee_ref,
            ..
        }) = entry.event()
        {
            if let Ok(id) = NominationId::parse(entry.stream.key()) {
                let case = Case {
                    unit: unit.clone(),
                    kind: *nominee_kind,
                    nominee: nominee_ref.clone(),
                };
                self.cases.insert(id, case);
            }
        } else if let Event::Campaign(campaign::Event::PlanRegistered { campaign, plan }) =
            entry.event()
        {
            self.plans.insert(campaign.clone(), plan.year);
        }
    }

    fn see_org(&mut self, entry: &Entry, event: &org::Event) {
        if let org::Event::AssignmentGranted {
            assignment,
            person,
            role,
            from,
            to,
            ..
        } = event
        {
            let held = Held {
                person: person.clone(),
                role: *role,
                from: *from,
                to: *to,
                granted: entry.position,
            };
            self.assignments.insert(assignment.clone(), held);
        } else if let org::Event::AssignmentEnded { to, .. } = event {
            let ended = entry.stream.key().strip_prefix("assignment/");
            let ended = ended.and_then(|id| AssignmentId::parse(id).ok());
            if let Some(held) = ended.and_then(|id| self.assignments.get_mut(&id)) {
                held.to = Some(*to);
            }
        } else if let org::Event::UnitEstablished {
            unit,
            kind,
            valid_until,
            ..
        } = event
        {
            let known = Unit {
                kind: *kind,
                established: entry.position,
                until: *valid_until,
            };
            self.units.insert(unit.clone(), known);
        } else if let org::Event::UnitDissolved { on, .. } = event {
            let unit = entry.stream.key().strip_prefix("unit/");
            let unit = unit.and_then(|id| UnitId::parse(id).ok());
            if let Some(unit) = unit.and_then(|id| self.units.get_mut(&id)) {
                unit.until = Some(*on);
            }
        } else if let org::Event::CalendarSet {
            year,
            holidays,
            worked,
            ..
        } = event
        {
            let days = YearDays {
                holidays: holidays.iter().copied().collect(),
                worked: worked.iter().copied().collect(),
            };
            self.calendar.set(*year, days);
        }
    }

    pub(super) fn assignment(&self, id: &AssignmentId) -> Option<&Held> {
        self.assignments.get(id)
    }

    pub(super) fn person(&self, id: &AssignmentId) -> Option<&PersonId> {
        self.assignments.get(id).map(|held| &held.person)
    }

    pub(super) fn case(&self, id: &NominationId) -> Option<&Case> {
        self.cases.get(id)
    }

    pub(super) fn year(&self, campaign: &CampaignId) -> Option<i16> {
        self.plans.get(campaign).copied()
    }

    pub(super) fn units(&self) -> impl Iterator<Item = (&UnitId, &Unit)> {
        self.units.iter()
    }
}

/// The nomination whose stream the event stands in.
pub(super) fn nomination_of(entry: &Entry) -> Option<NominationId> {
    let Event::Nomination(_) = entry.event() else {
        return None;
    };
    NominationId::parse(entry.stream.key()).ok()
}
