//! Audit 5: the quota exceeded, misstated, or moved between collectives and individuals.
//!
//! Approved and consumed places together stay within the quota in force (INV-24).

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::{Audit, finding::Findings, known::Known};
use crate::Entry;
use khen_domain::{CampaignId, Event, NominationId, NomineeKind, quota};
use khen_eventlog::Position;
use khen_texts::AuditLine;

#[derive(Default)]
struct Places {
    collective: u32,
    individual: u32,
    set_at: Option<Position>,
    taken: BTreeMap<NomineeKind, BTreeSet<NominationId>>,
}

impl Places {
    fn limit(&self, kind: NomineeKind) -> u32 {
        match kind {
            NomineeKind::Collective => self.collective,
            NomineeKind::Individual => self.individual,
        }
    }

    fn set(&mut self, collective: u32, individual: u32, at: Position) {
        (self.collective, self.individual, self.set_at) = (collective, individual, Some(at));
    }

    fn take(
        &mut self,
        (kind, nomination, stated): (NomineeKind, &NominationId, u32),
        entry: &Entry,
        found: &mut Findings,
    ) {
        let limit = self.limit(kind);
        if stated != limit {
            let facts = json!({ "kind": kind, "limit": stated, "limit_in_force": limit });
            found.breach(AuditLine::QuotaMisstated, entry, self.set_at, facts);
        }
        let taken = self.taken.entry(kind).or_default();
        let is_new = taken.insert(nomination.clone());
        if is_new && taken.len() > usize::try_from(limit).unwrap_or(usize::MAX) {
            let facts = json!({ "kind": kind, "taken": taken.len(), "limit": limit });
            found.breach(AuditLine::QuotaExceeded, entry, self.set_at, facts);
        }
    }

    fn free(&mut self, kind: NomineeKind, nomination: &NominationId) {
        self.taken.entry(kind).or_default().remove(nomination);
    }

    fn change(
        &mut self,
        (collective, individual): (u32, u32),
        entry: &Entry,
        found: &mut Findings,
    ) {
        let facts = json!({
            "collective": collective,
            "individual": individual,
            "collective_before": self.collective,
            "individual_before": self.individual,
        });
        let is_moved = (collective > self.collective && individual < self.individual)
            || (collective < self.collective && individual > self.individual);
        let line = if is_moved {
            AuditLine::QuotaMoved
        } else {
            AuditLine::QuotaChanged
        };
        found.look(line, entry, self.set_at, facts);
        self.set(collective, individual, entry.position);
    }
}

#[derive(Default)]
pub(super) struct Quota {
    campaigns: BTreeMap<CampaignId, Places>,
}

impl Audit for Quota {
    fn see(&mut self, entry: &Entry, _: &Known, found: &mut Findings) {
        let Event::Quota(event) = entry.event() else {
            return;
        };
        let Some(campaign) = entry.campaign() else {
            return;
        };
        let places = self.campaigns.entry(campaign).or_default();
        match event {
            quota::Event::QuotaSet {
                collective,
                individual,
            } => places.set(*collective, *individual, entry.position),
            quota::Event::QuotaChanged {
                collective,
                individual,
                ..
            } => places.change((*collective, *individual), entry, found),
            quota::Event::PlaceApproved {
                kind,
                nomination,
                limit,
                ..
            }
            | quota::Event::PlaceConsumed {
                kind,
                nomination,
                limit,
                ..
            } => places.take((*kind, nomination, *limit), entry, found),
            quota::Event::PlaceReleased {
                kind, nomination, ..
            }
            | quota::Event::QuotaRestored {
                kind, nomination, ..
            } => places.free(*kind, nomination),
            quota::Event::ConsumptionVoided { .. }
            | quota::Event::CouncilRanked { .. }
            | quota::Event::EligibleUnitsDetermined { .. }
            | quota::Event::QuotaAllocated { .. }
            | quota::Event::QuotaReallocated { .. } => {}
        }
    }
}
