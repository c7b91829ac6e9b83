//! Keeps `nomination_v1`.

mod desk;
mod note;
mod reason;
mod share;

use crate::{Fact, Projection};
use khen_domain::{
    Event, NominationId,
    nomination::{self, Nominee, gate_after},
};
use khen_read_model::NominationRow;

/// Nominations, by their ids.
pub struct Nominations;

impl Projection for Nominations {
    type Row = NominationRow;

    fn keys(fact: &Fact) -> Vec<String> {
        let Event::Nomination(_) = &fact.event else {
            let touched = share::touched(&fact.event).iter();
            return touched.map(ToString::to_string).collect();
        };
        vec![fact.stream.key().to_owned()]
    }

    fn evolve(key: &str, row: Option<NominationRow>, fact: &Fact) -> Option<NominationRow> {
        let Event::Nomination(event) = &fact.event else {
            let mut row = row?;
            share::note(key, &mut row, fact);
            return Some(row);
        };
        let mut row = drafted(key, event, fact).or(row)?;
        let at = fact.occurred_at.timestamp();
        if let Some(gate) = gate_after(event) {
            gate.as_str().clone_into(&mut row.gate);
            row.reason_code = reason::of(event);
        }
        note::papers(&mut row, event);
        note::times(&mut row, event, at);
        desk::hand_over(&mut row, event, at);
        row.changed_at = at;
        row.version = fact.version;
        row.position = fact.position;
        Some(row)
    }
}

/// The row that a draft begins.
fn drafted(key: &str, event: &nomination::Event, fact: &Fact) -> Option<NominationRow> {
    let nomination::Event::NominationDrafted {
        campaign,
        unit,
        nominee_kind,
        nominee_ref,
        nominee,
    } = event
    else {
        return None;
    };
    let (name_value, title_value) = match nominee {
        Nominee::Collective { .. } => (None, None),
        Nominee::Individual { name, title } => (Some(name.id.clone()), Some(title.id.clone())),
    };
    let code = NominationId::parse(key).map_or_else(|_| key.to_owned(), |id| id.code());
    let at = fact.occurred_at.timestamp();
    Some(NominationRow {
        nomination: key.to_owned(),
        code,
        campaign: campaign.to_string(),
        unit: unit.to_string(),
        kind: nominee_kind.to_string(),
        nominee_ref: nominee_ref.to_string(),
        name_value,
        title_value,
        gate: String::new(),
        reason_code: None,
        rank: None,
        slot: None,
        place: None,
        substitute_reviewer: None,
        substitute_confirmer: None,
        reviewer: None,
        submission: None,
        receipt_no: None,
        legal_regime: None,
        council_session: None,
        presentation: None,
        decision: None,
        number: None,
        symbol: None,
        decided_on: None,
        role: None,
        scope_unit: None,
        assignee: None,
        act: None,
        since: None,
        counted_from: None,
        due: None,
        carrier: None,
        drafted_at: at,
        proposed_at: None,
        endorsed_at: None,
        submitted_at: None,
        received_at: None,
        assigned_at: None,
        reviewed_at: None,
        listed_at: None,
        council_at: None,
        presented_at: None,
        chairman_at: None,
        signed_at: None,
        awarded_at: None,
        changed_at: at,
        version: fact.version,
        position: fact.position,
    })
}
