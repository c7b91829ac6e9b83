//! Keeps `decision_v1`.

use jiff::civil::Date;

use crate::{Fact, Projection};
use khen_domain::{
    Event, NomineeKind, StreamKey,
    decision::{self, DecisionKind},
};
use khen_read_model::{DecisionRow, Folded};

/// Decisions, by the names of their streams.
pub struct Decisions;

impl Projection for Decisions {
    type Row = DecisionRow;

    fn keys(fact: &Fact) -> Vec<String> {
        let Event::Decision(_) = &fact.event else {
            return Vec::new();
        };
        vec![fact.stream.to_string()]
    }

    fn evolve(key: &str, row: Option<DecisionRow>, fact: &Fact) -> Option<DecisionRow> {
        let Event::Decision(event) = &fact.event else {
            return row;
        };
        let at = fact.occurred_at.timestamp();
        let begun = drafted(key, event, fact).or_else(|| legacy(key, event, fact));
        let mut row = begun.or(row)?;
        let stage = match event {
            decision::Event::DecisionDrafted { .. } => "drafted",
            decision::Event::LegacyDecisionRegistered { paper, .. } => {
                numbered(&mut row, paper.number, &paper.symbol, paper.date);
                row.issued_at = Some(at);
                "issued"
            }
            decision::Event::DraftInitialled { .. }
            | decision::Event::AwardDetailsConfirmed { .. }
            | decision::Event::ReceiptRecorded { .. }
            | decision::Event::DocumentRecalled { .. }
            | decision::Event::RecallConfirmed { .. }
            | decision::Event::FormalCorrectionIssued { .. }
            | decision::Event::LaterDecisionIssued { .. }
            | decision::Event::ResultNoticesSent { .. } => row.stage.as_str(),
            decision::Event::NumberVoided { .. } => {
                unnumbered(&mut row);
                "signed"
            }
            decision::Event::SignatureVoided { .. } => {
                unnumbered(&mut row);
                row.signed_at = None;
                "voided"
            }
            decision::Event::DecisionSigned { signed_at, .. } => {
                row.signed_at = Some(signed_at.timestamp());
                "signed"
            }
            decision::Event::NumberAssigned {
                number,
                symbol,
                date,
                ..
            } => {
                numbered(&mut row, *number, symbol, *date);
                "numbered"
            }
            decision::Event::OrganisationSigned {} => "sealed",
            decision::Event::DecisionIssued { .. } => {
                row.issued_at = Some(at);
                "issued"
            }
            decision::Event::DecisionDispatched { .. } => "dispatched",
        };
        row.stage = stage.to_owned();
        row.version = fact.version;
        row.position = fact.position;
        Some(row)
    }
}

/// A draft begins the row, a new draft begins it anew.
fn drafted(key: &str, event: &decision::Event, fact: &Fact) -> Option<DecisionRow> {
    let decision::Event::DecisionDrafted {
        decision,
        subject,
        awardees,
        ..
    } = event
    else {
        return None;
    };
    let count = |kind: NomineeKind| {
        let of_kind = awardees.iter().filter(|awardee| awardee.kind == kind);
        of_kind.count() as u64
    };
    Some(DecisionRow {
        decision: key.to_owned(),
        campaign: decision.campaign.to_string(),
        kind: subject.kind().as_str().to_owned(),
        is_legacy: false,
        stage: String::new(),
        presentation: subject
            .presentation()
            .map(|one| StreamKey::presentation(one).to_string()),
        refers_to: subject
            .refers_to()
            .map(|one| StreamKey::decision(one).to_string()),
        collectives: count(NomineeKind::Collective),
        individuals: count(NomineeKind::Individual),
        number: None,
        symbol: None,
        folded: None,
        decided_on: None,
        drafted_at: fact.occurred_at.timestamp(),
        signed_at: None,
        issued_at: None,
        version: fact.version,
        position: fact.position,
    })
}

/// A decision that was made on paper is there at once, with what the paper says.
fn legacy(key: &str, event: &decision::Event, fact: &Fact) -> Option<DecisionRow> {
    let decision::Event::LegacyDecisionRegistered {
        decision,
        collectives,
        individuals,
        ..
    } = event
    else {
        return None;
    };
    Some(DecisionRow {
        decision: key.to_owned(),
        campaign: decision.campaign.to_string(),
        kind: DecisionKind::Grant.as_str().to_owned(),
        is_legacy: true,
        stage: String::new(),
        presentation: None,
        refers_to: None,
        collectives: u64::from(*collectives),
        individuals: u64::from(*individuals),
        number: None,
        symbol: None,
        folded: None,
        decided_on: None,
        drafted_at: fact.occurred_at.timestamp(),
        signed_at: None,
        issued_at: None,
        version: fact.version,
        position: fact.position,
    })
}

fn numbered(row: &mut DecisionRow, number: u32, symbol: &str, date: Date) {
    row.number = Some(u64::from(number));
    row.symbol = Some(symbol.to_owned());
    let number = format!("{number}/{symbol}");
    row.folded = Some(Folded::of(&number).as_str().to_owned());
    row.decided_on = Some(date);
}

/// It bears no number any more.
fn unnumbered(row: &mut DecisionRow) {
    (row.number, row.symbol, row.folded) = (None, None, None);
    row.decided_on = None;
}
