//! Why a case was decided as it was, and by whom.
//!
//! A step is an event of the case that moved it to another gate, or an assessment on which such a
//! step rests. Each names who acted in which role, by which assignment and on which paper it rests;
//! on which documents; under which version of the criteria; and what the decision had read. Personal
//! values are left out: a step tells ids and words, never names.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::{At, Entry, History, HistoryError};
use khen_codec::ReadVersion;
use khen_domain::{
    AssignmentId, DelegationId, Document, Event, NominationId, SourceDocument, State, StreamKey,
    decision::{self, SigningAuthority},
    nomination::{self, Gate},
    org,
};
use khen_eventlog::{CommandId, LedgerId};

/// One step of a case.
#[derive(Debug, Clone)]
pub struct Step {
    /// The event.
    pub entry: Entry,
    /// The gate that the case stood at before; none of a new case.
    pub gate_before: Option<Gate>,
    /// The gate that it stands at after.
    pub gate_after: Gate,
    /// The acting assignment.
    pub authority: Authority,
    /// The assignment whose act is recorded, where it is not the actor's own.
    pub on_behalf_of: Option<Authority>,
    /// In whose authority a decision was signed, and by which delegation.
    pub signature: Option<(SigningAuthority, Option<DelegationId>)>,
    /// Documents that the event names.
    pub documents: Vec<Document>,
    /// What the event says beside, personal values left out: criteria and their version, tallies,
    /// reason codes.
    pub facts: Map<String, Value>,
    /// Streams and versions that the decision had read.
    pub read: Vec<ReadVersion>,
}

/// An assignment, and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authority {
    /// The assignment.
    pub assignment: AssignmentId,
    /// Chức vụ, if the ledger knows the assignment.
    pub title: Option<String>,
    /// First and last day, as they were granted.
    pub valid: Option<(jiff::civil::Date, Option<jiff::civil::Date>)>,
    /// The paper that it rests on.
    pub document: Option<SourceDocument>,
}

impl History {
    /// The steps of a case, in order; empty where there is no such nomination.
    ///
    /// # Errors
    /// [`HistoryError`].
    pub async fn decision(
        &self,
        ledger: &LedgerId,
        nomination: &NominationId,
    ) -> Result<Vec<Step>, HistoryError> {
        let stream = StreamKey::nomination(nomination);
        let entries = self.entries(ledger, &stream, At::Now).await?;
        let mut known = Known::default();
        let mut state = State::initial(stream.kind());
        let mut steps = Vec::new();
        for entry in entries {
            let before = gate(&state);
            state = state.evolve(entry.event(), &entry.decoded.origin);
            let Some(after) = gate(&state) else {
                continue;
            };
            if before != Some(after) || is_assessment(entry.event()) {
                let step = self.step(ledger, (before, after), entry, &mut known);
                steps.push(step.await?);
            }
        }
        Ok(steps)
    }

    async fn step(
        &self,
        ledger: &LedgerId,
        (gate_before, gate_after): (Option<Gate>, Gate),
        entry: Entry,
        known: &mut Known,
    ) -> Result<Step, HistoryError> {
        let actor = entry.actor().clone();
        let append = self.append_of(ledger, entry.command, known).await?;
        let authority = self.authority(ledger, &actor.assignment, known).await?;
        let on_behalf_of = match &actor.on_behalf_of {
            Some(assignment) => Some(self.authority(ledger, assignment, known).await?),
            None => None,
        };
        Ok(Step {
            gate_before,
            gate_after,
            authority,
            on_behalf_of,
            signature: append.signature,
            documents: entry.decoded.evidence.clone(),
            facts: facts(entry.event())?,
            read: append.read,
            entry,
        })
    }

    /// What the whole append says of the act: one command may decide many cases.
    async fn append_of(
        &self,
        ledger: &LedgerId,
        command: CommandId,
        known: &mut Known,
    ) -> Result<Append, HistoryError> {
        if let Some(append) = known.appends.get(&command) {
            return Ok(append.clone());
        }
        let records = self.store.read_command(ledger, command).await?;
        let mut append = Append::default();
        for record in &records {
            let decoded = khen_codec::read(record).map_err(HistoryError::not_understood)?;
            append.read.extend(decoded.read);
            if let Event::Decision(decision::Event::DecisionSigned {
                authority,
                delegation,
                ..
            }) = decoded.event
            {
                append.signature = Some((authority, delegation));
            }
        }
        known.appends.insert(command, append.clone());
        Ok(append)
    }

    /// The assignment, and what it rests on.
    pub(crate) async fn authority(
        &self,
        ledger: &LedgerId,
        assignment: &AssignmentId,
        known: &mut Known,
    ) -> Result<Authority, HistoryError> {
        if let Some(authority) = known.authorities.get(assignment) {
            return Ok(authority.clone());
        }
        let stream = StreamKey::assignment(assignment);
        let mut authority = Authority {
            assignment: assignment.clone(),
            title: None,
            valid: None,
            document: None,
        };
        for entry in self.entries(ledger, &stream, At::Now).await? {
            if let Event::Org(org::Event::AssignmentGranted {
                title,
                from,
                to,
                document,
                ..
            }) = entry.decoded.event
            {
                authority.title = Some(title);
                authority.valid = Some((from, to));
                authority.document = Some(document);
            }
        }
        known
            .authorities
            .insert(assignment.clone(), authority.clone());
        Ok(authority)
    }
}

/// What was looked up already.
#[derive(Default)]
pub(crate) struct Known {
    appends: BTreeMap<CommandId, Append>,
    authorities: BTreeMap<AssignmentId, Authority>,
}

#[derive(Clone, Default)]
struct Append {
    read: Vec<ReadVersion>,
    signature: Option<(SigningAuthority, Option<DelegationId>)>,
}

fn gate(state: &State) -> Option<Gate> {
    if let State::Nomination(nomination) = state {
        nomination.case().map(|case| case.gate)
    } else {
        None
    }
}

fn is_assessment(event: &Event) -> bool {
    matches!(
        event,
        Event::Nomination(
            nomination::Event::CriterionAssessed { .. }
                | nomination::Event::ReviewRecommended { .. }
                | nomination::Event::OpinionReceived { .. }
        )
    )
}

/// The payload of an event without its personal values and without its documents.
fn facts(event: &Event) -> Result<Map<String, Value>, HistoryError> {
    let json = serde_json::to_value(event).map_err(HistoryError::not_understood)?;
    let payload = json
        .as_object()
        .and_then(|of_stream| of_stream.values().next());
    let payload = payload.and_then(Value::as_object);
    let payload = payload.and_then(|named| named.values().next());
    let payload = payload.and_then(Value::as_object);
    let told = payload.into_iter().flatten();
    Ok(told
        .filter_map(|(name, value)| Some((name.clone(), impersonal(value)?)))
        .collect())
}

fn impersonal(value: &Value) -> Option<Value> {
    match value {
        Value::Object(members) if members.contains_key("box") => None,
        Value::Object(members) => {
            let members = members.iter();
            let told = members.filter_map(|(name, value)| Some((name.clone(), impersonal(value)?)));
            Some(Value::Object(told.collect()))
        }
        Value::Array(items) => Some(items.iter().filter_map(impersonal).collect()),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Some(value.clone()),
    }
}
