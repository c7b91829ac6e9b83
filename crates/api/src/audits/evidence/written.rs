//! Everything that goes into a bundle, brought together.

use std::collections::BTreeSet;

use super::{
    had, papers,
    seal::{self, Seal},
};
use crate::{
    parts::Api,
    problem::{Problem, unavailable},
};
use khen_audit::{SignedCheckpoint, SigningKey};
use khen_codec::{event_schema, stream_name};
use khen_domain::{NominationId, StreamKey};
use khen_eventlog::{EventType, LedgerId, Payload, Position, ReadError, canonical};
use khen_export::{DisclosedKey, Evidence, SchemaFile, StateFile, ToldEvent, bundle_tiles};
use khen_history::{CaseEvidence, EvidenceEvent, Snapshot, ValueDisclosure};
use khen_texts::Problem as Slug;

/// The evidence of a case, and the key that signs for it. Its checkpoint reaches as far as each of those
/// that were `had` before: rather than that, one without witnesses goes out.
///
/// # Errors
/// The problem `not-sealed` where no checkpoint reaches the case; `evidence-too-large`; of what was had
/// before `foreign-checkpoint`, `checkpoint-ahead` and `checkpoint-forked`.
pub(super) async fn evidence(
    api: &Api,
    ledger: &LedgerId,
    nomination: &NominationId,
    had: Vec<String>,
) -> Result<(Evidence, SigningKey), Problem> {
    let not_sealed = || Problem::of(Slug::NotSealed);
    let known = api.parts.feed.ledger(ledger).await?;
    let known = known.ok_or_else(|| ReadError::NoLedger {
        ledger: ledger.clone(),
    })?;
    let log = api.parts.tiles.log(ledger).await?.unwrap_or_default();
    let key = seal::origin(&log)?.and_then(|origin| api.parts.export_key.of_evidence(&origin));
    let key = key.ok_or_else(not_sealed)?;
    let mut seals = seal::seals(&log, &api.parts.witnesses, key.verifier())?;
    let first = seals.first().ok_or_else(not_sealed)?;
    let had = had::signed(&had, &first.checkpoint, &first.policy)?;
    let (wanted, reached) = (had::size(&had), seals.iter().map(Seal::size).max());
    seals.retain(|seal| seal.size() >= wanted);
    if let (Some(reached), true) = (reached, seals.is_empty()) {
        let problem = Problem::of(Slug::CheckpointAhead).with_fact("size", wanted);
        return Err(problem.with_fact("sealed_size", reached));
    }
    for seal in seals {
        let size = Position(seal.size());
        let history = &api.parts.history;
        if let Some(case) = history.evidence(ledger, nomination, size).await? {
            let found = Found {
                nomination,
                case,
                seal,
                had,
            };
            return Ok((brought(api, ledger, found, known.source).await?, key));
        }
    }
    Err(not_sealed())
}

/// A case under its seal.
struct Found<'n> {
    nomination: &'n NominationId,
    case: CaseEvidence,
    seal: Seal,
    had: Vec<SignedCheckpoint>,
}

async fn brought(
    api: &Api,
    ledger: &LedgerId,
    found: Found<'_>,
    source: String,
) -> Result<Evidence, Problem> {
    let Found {
        nomination,
        case,
        seal,
        had,
    } = found;
    let subject = StreamKey::nomination(nomination);
    let positions = case.events.iter().map(|event| event.record.position.0);
    let earlier = had.iter().map(|one| one.checkpoint().tree().size);
    let wanted = bundle_tiles(positions, earlier, seal.size());
    let wanted = wanted.map_err(|error| unavailable(&error))?;
    let tiles = seal::tiles(api, ledger, &wanted).await?;
    Ok(Evidence {
        code: nomination.to_string(),
        title: format!("Hồ sơ {}", nomination.code()),
        subject: stream_name(&subject),
        source,
        earlier: had::grown(had, seal.checkpoint.checkpoint().tree(), &tiles)?,
        tiles,
        checkpoint: seal.checkpoint,
        policy: seal.policy,
        schemas: schemas(&case.events),
        states: case.states.iter().map(state).collect::<Result<_, _>>()?,
        documents: papers::documents(api, ledger, &subject, &case).await?,
        value_keys: case.values.into_iter().map(disclosed).collect(),
        events: case.events.into_iter().map(told).collect(),
        ocel: Some(case.ocel.to_string().into_bytes()),
        xes: Some(case.xes.into_bytes()),
    })
}

/// Whoever may ask for evidence reads every payload.
fn told(event: EvidenceEvent) -> ToldEvent {
    ToldEvent {
        event: event.record,
        payload: Payload::Whole,
        what: event.what,
        who: event.who,
        facts: event.facts,
    }
}

fn state(state: &Snapshot) -> Result<StateFile, Problem> {
    Ok(StateFile {
        stream: stream_name(&state.stream),
        version: state.version,
        json: canonical(&state.state).map_err(|error| unavailable(&error))?,
    })
}

fn disclosed(value: ValueDisclosure) -> DisclosedKey {
    DisclosedKey {
        position: value.position,
        pointer: value.pointer,
        value: value.id,
        owner: value.owner.0,
        key: *value.key.as_bytes(),
    }
}

fn schemas(events: &[EvidenceEvent]) -> Vec<SchemaFile> {
    let types: BTreeSet<&EventType> = events.iter().map(|one| &one.record.event_type).collect();
    let schemas = types.into_iter().filter_map(|event_type| {
        let schema = event_schema(event_type)?;
        Some(SchemaFile {
            event_type: event_type.clone(),
            json: schema.to_string().into_bytes(),
        })
    });
    schemas.collect()
}
