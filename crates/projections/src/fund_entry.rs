//! Keeps `fund_entry_v1`.

use crate::{Fact, Projection, word};
use khen_domain::{DecisionId, Dong, Event, NominationId, fund};
use khen_read_model::FundEntryRow;

/// Movements of funds, by stream and position.
pub struct FundEntries;

impl Projection for FundEntries {
    type Row = FundEntryRow;

    fn keys(fact: &Fact) -> Vec<String> {
        let is_touched = matches!(fact.event, Event::Fund(_));
        let key = || format!("{}#{:010}", fact.stream, fact.position);
        is_touched.then(key).into_iter().collect()
    }

    fn evolve(key: &str, row: Option<FundEntryRow>, fact: &Fact) -> Option<FundEntryRow> {
        let Event::Fund(event) = &fact.event else {
            return row;
        };
        let (decision, nomination, amount) = moved(event);
        Some(FundEntryRow {
            entry: key.to_owned(),
            year: fact.stream.key().parse().ok()?,
            kind: word::name(event),
            decision: decision.map(ToString::to_string),
            nomination: nomination.map(ToString::to_string),
            amount: amount.0,
            moved_at: fact.occurred_at.timestamp(),
            position: fact.position,
        })
    }
}

/// What an event is about, and how much it moves.
fn moved(event: &fund::Event) -> (Option<&DecisionId>, Option<&NominationId>, Dong) {
    match event {
        fund::Event::FundCredited { amount, .. } => (None, None, *amount),
        fund::Event::FundsCommitted {
            decision, amount, ..
        }
        | fund::Event::PrizesPaid { decision, amount }
        | fund::Event::CommitmentReleased { decision, amount } => (Some(decision), None, *amount),
        fund::Event::FundShortfallRecorded {
            decision,
            needed,
            available,
        } => (Some(decision), None, Dong(needed.0 - available.0)),
        fund::Event::MoneyReturned {
            nomination, amount, ..
        } => (None, Some(nomination), *amount),
    }
}
