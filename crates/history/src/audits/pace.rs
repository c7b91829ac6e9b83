//! Audit 10: sent back three times or more, or passed in less than two minutes.
//!
//! Two desks are timed, by recorded time: from the assignment of a reviewer to the recommendation,
//! and from the presentation to the Chairman's approval. Confirming reviews is done for many cases at
//! once and is not timed.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::json;

use super::{
    Audit,
    finding::{Findings, Weight},
    known::{Known, nomination_of},
};
use crate::Entry;
use khen_domain::{
    Event, NominationId, StreamKey,
    nomination::{self, Recommendation},
};
use khen_eventlog::Position;
use khen_texts::AuditLine;

/// Times that a case may be sent back before it is found.
const RETURNS: usize = 3;
/// Seconds that a desk takes at least.
const SECONDS: i64 = 120;

#[derive(Default)]
struct Way {
    returns: Vec<Position>,
    assigned: Option<(Timestamp, Position)>,
    presented: Option<(Timestamp, Position)>,
}

#[derive(Default)]
pub(super) struct Pace {
    ways: BTreeMap<NominationId, Way>,
}

impl Audit for Pace {
    fn see(&mut self, entry: &Entry, _: &Known, found: &mut Findings) {
        let Event::Nomination(event) = entry.event() else {
            return;
        };
        let Some(id) = nomination_of(entry) else {
            return;
        };
        let way = self.ways.entry(id).or_default();
        let here = (entry.recorded_at, entry.position);
        if is_return(event) {
            way.returns.push(entry.position);
        } else if let nomination::Event::ReviewerAssigned { .. }
        | nomination::Event::ReviewerReassigned { .. } = event
        {
            way.assigned = Some(here);
        } else if let nomination::Event::PresentedToChairman { .. } = event {
            way.presented = Some(here);
        } else if let nomination::Event::ReviewRecommended {
            recommendation: Recommendation::Pass,
            ..
        } = event
        {
            timed(AuditLine::QuickReview, way.assigned.take(), entry, found);
        } else if let nomination::Event::ChairmanApproved { .. } = event {
            timed(AuditLine::QuickApproval, way.presented.take(), entry, found);
        }
    }

    fn close(&mut self, _: &Known, found: &mut Findings) {
        for (id, way) in &self.ways {
            if way.returns.len() >= RETURNS {
                let facts = json!({ "times": way.returns.len() });
                let stream = StreamKey::nomination(id);
                let positions = way.returns.iter().copied();
                found.add(
                    Weight::Look,
                    AuditLine::OftenReturned,
                    &stream,
                    positions,
                    facts,
                );
            }
        }
    }
}

fn timed(
    line: AuditLine,
    since: Option<(Timestamp, Position)>,
    entry: &Entry,
    found: &mut Findings,
) {
    let Some((since, position)) = since else {
        return;
    };
    let seconds = entry.recorded_at.duration_since(since).as_secs();
    if seconds < SECONDS {
        found.look(line, entry, [position], json!({ "seconds": seconds }));
    }
}

fn is_return(event: &nomination::Event) -> bool {
    matches!(
        event,
        nomination::Event::SupplementRequested { .. }
            | nomination::Event::ReturnedToReviewer { .. }
            | nomination::Event::PresentationReturned { .. }
            | nomination::Event::ChairmanReturned { .. }
    )
}
