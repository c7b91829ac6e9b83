//! What proves how a case came to be, gathered for whoever takes it home.
//!
//! Evidence is the whole stream of the case, the streams that it rests on ([`cited`]), their states,
//! words for each event, event logs of the case, and the keys of single values ([`values`]). Words
//! never hold a personal value: whoever may read one opens it with its key.

mod cited;
mod signers;
mod told;
mod values;

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{
    Entry, History, HistoryError, Snapshot,
    logs::{Ocel, Xes},
    pages::folded,
    snapshot::snapshot_of,
};
use khen_domain::{NominationId, State, StreamKey, nomination};
use khen_eventlog::{LedgerId, Position, RecordedEvent};

pub use told::EvidenceEvent;
pub use values::ValueDisclosure;

/// Events that one case may rest on: each has a proof of its own, and the list of all files must stay
/// within what a signed note holds.
pub const EVIDENCE_EVENT_COUNT_MAX: usize = 4_096;

/// What proves how a case came to be. It rests on the events below one position alone, but for keys
/// that were destroyed since.
#[derive(Debug, Clone)]
pub struct CaseEvidence {
    /// The case as it stood then.
    pub case: Box<nomination::Case>,
    /// Its events and those of the streams that it cites, in ascending order of positions.
    pub events: Vec<EvidenceEvent>,
    /// The states of all those streams, in the order of their names.
    pub states: Vec<Snapshot>,
    /// Who signed which document, by its SHA-256, as far as an event tells it.
    pub signers: BTreeMap<String, String>,
    /// Keys of values of the case and of its nominee, in the order of positions and pointers.
    pub values: Vec<ValueDisclosure>,
    /// The events as an OCEL 2.0 log.
    pub ocel: Value,
    /// The events of the case as an XES log.
    pub xes: String,
}

/// An event as it lies in the ledger, and understood.
pub(crate) struct Recorded {
    record: RecordedEvent,
    entry: Entry,
}

impl History {
    /// The evidence of a case in the events below `size`; `None` where they have no such case.
    ///
    /// # Errors
    /// [`HistoryError`]; [`HistoryError::TooMuch`] beyond [`EVIDENCE_EVENT_COUNT_MAX`].
    pub async fn evidence(
        &self,
        ledger: &LedgerId,
        nomination: &NominationId,
        size: Position,
    ) -> Result<Option<CaseEvidence>, HistoryError> {
        let streams = self.gathered(ledger, nomination, size).await?;
        let subject = StreamKey::nomination(nomination);
        let Some(case) = streams.get(&subject).and_then(|own| case_of(&subject, own)) else {
            return Ok(None);
        };
        let states = states(&streams)?;
        let mut events: Vec<Recorded> = streams.into_values().flatten().collect();
        events.sort_by_key(|one| one.record.position);
        let mut ocel = Ocel::begin(nomination.campaign());
        let mut xes = Xes::begin(nomination.campaign(), &self.texts);
        for one in &events {
            ocel.see(&one.entry);
            xes.see(&one.entry);
        }
        Ok(Some(CaseEvidence {
            values: self.disclosed(ledger, nomination, &case, &events).await?,
            signers: self.signers(ledger, &events).await?,
            ocel: ocel.finish(),
            xes: xes.finish(),
            events: self.told(ledger, events).await?,
            states,
            case,
        }))
    }

    /// The events of the case and of what it cites, by stream; a stream without events is left out.
    async fn gathered(
        &self,
        ledger: &LedgerId,
        nomination: &NominationId,
        size: Position,
    ) -> Result<BTreeMap<StreamKey, Vec<Recorded>>, HistoryError> {
        let subject = StreamKey::nomination(nomination);
        let own = self.recorded(ledger, &subject, size).await?;
        let mut count = own.len();
        let cited = self.cited(ledger, nomination, &own).await?;
        let mut streams = BTreeMap::from([(subject, own)]);
        for stream in cited {
            let recorded = self.recorded(ledger, &stream, size).await?;
            count += recorded.len();
            if count > EVIDENCE_EVENT_COUNT_MAX {
                let max = EVIDENCE_EVENT_COUNT_MAX;
                return Err(HistoryError::TooMuch { max });
            }
            streams.insert(stream, recorded);
        }
        streams.retain(|_, recorded| !recorded.is_empty());
        Ok(streams)
    }
}

fn case_of(subject: &StreamKey, own: &[Recorded]) -> Option<Box<nomination::Case>> {
    let entries: Vec<Entry> = own.iter().map(|one| one.entry.clone()).collect();
    if let State::Nomination(nomination::State::Present(case)) = folded(subject, &entries) {
        Some(case)
    } else {
        None
    }
}

fn states(streams: &BTreeMap<StreamKey, Vec<Recorded>>) -> Result<Vec<Snapshot>, HistoryError> {
    let mut states = Vec::with_capacity(streams.len());
    for (stream, recorded) in streams {
        let entries: Vec<Entry> = recorded.iter().map(|one| one.entry.clone()).collect();
        states.extend(snapshot_of(stream, &entries)?);
    }
    Ok(states)
}
