//! From effects to an append, and from its receipt back to an answer.

use std::{collections::BTreeMap, sync::Arc};

use metrics::{counter, histogram};

use crate::{
    Desk, DeskError, Done, DoneEvent,
    cache::Folded,
    door::unavailable,
    names,
    prepare::{Asked, Prepared, owner_of},
    sight::Sight,
};
use khen_ambient::Stopwatch;
use khen_codec::{FirstOfAppend, stream_name};
use khen_domain::{Access, Effect, LateReason, State, StreamKey, privacy};
use khen_eventlog::{
    Append, AppendError, AppendParts, AppendShapeError, Condition, EventId, Fingerprint, NewEvent,
    Receipt, RecordedEvent, StreamName, Version,
};

/// What became of an append.
pub(crate) enum Appended {
    Done(Done),
    /// Somebody else was faster.
    Conflict,
}

impl Desk {
    pub(crate) async fn record(
        &self,
        prepared: &Prepared,
        sight: &Sight,
        mut effects: Vec<Effect>,
    ) -> Result<Appended, DeskError> {
        effects.extend(self.new_keys(prepared, sight).await?);
        let append = self.compose(prepared, sight, &effects)?;
        let types: Vec<_> = append
            .events()
            .iter()
            .map(|event| event.event_type.clone())
            .collect();
        let watch = Stopwatch::start();
        let answer = self.store.append(append).await;
        histogram!(names::APPEND_SECONDS).record(watch.elapsed().as_secs_f64());
        match answer {
            Ok(receipt) if receipt.is_repeat => {
                let events = self
                    .store
                    .read_command(&prepared.asked.wish.ledger, prepared.asked.id)
                    .await?;
                Ok(Appended::Done(repeated(&prepared.asked, &events)))
            }
            Ok(receipt) => {
                self.remember(prepared, sight, &effects, &receipt);
                self.bell.ring(&prepared.asked.wish.ledger);
                Ok(Appended::Done(done(&prepared.asked, &receipt, types)))
            }
            Err(AppendError::Conflict {
                stream,
                expected,
                actual,
            }) => {
                count_conflict(&stream);
                match &prepared.asked.wish.expected {
                    Some(named) if named.stream == stream && named.version == expected => {
                        Err(DeskError::Stale {
                            stream,
                            expected,
                            actual,
                        })
                    }
                    Some(_) | None => Ok(Appended::Conflict),
                }
            }
            Err(AppendError::KeyReused { .. }) => Err(DeskError::KeyReused),
            Err(AppendError::NoLedger { ledger }) => Err(DeskError::NoLedger { ledger }),
            Err(AppendError::ReadOnly(_)) => Err(DeskError::ReadOnly(None)),
            Err(error @ AppendError::Unavailable(_)) => Err(unavailable(error)),
        }
    }

    /// The first result of a command that is known already.
    pub(crate) async fn first_result(&self, asked: &Asked) -> Result<Option<Done>, DeskError> {
        let events = self
            .store
            .read_command(&asked.wish.ledger, asked.id)
            .await?;
        let Some(first) = events.first() else {
            return Ok(None);
        };
        if Fingerprint::of_first_event(&first.data) != Some(asked.fingerprint) {
            return Err(DeskError::KeyReused);
        }
        Ok(Some(repeated(asked, &events)))
    }

    /// Records the hash of every owner's key that no append has recorded yet.
    async fn new_keys(&self, prepared: &Prepared, sight: &Sight) -> Result<Vec<Effect>, DeskError> {
        let mut effects = Vec::new();
        for owner in &prepared.owners {
            let stream = StreamKey::privacy(owner);
            match sight.world.state(&stream) {
                Some(State::Privacy(privacy::State::Absent)) => {}
                Some(State::Privacy(privacy::State::Shredded)) => return Err(DeskError::Erased),
                Some(_) | None => continue,
            }
            let key = self
                .vault
                .owner_key(&prepared.asked.wish.ledger, &owner_of(owner))
                .await;
            let key = key.map_err(unavailable)?.ok_or(DeskError::Erased)?;
            let event = privacy::Event::SealingKeyCreated {
                key_sha256: key.sha256(),
            };
            effects.push(Effect::new(stream, event));
        }
        Ok(effects)
    }

    fn compose(
        &self,
        prepared: &Prepared,
        sight: &Sight,
        effects: &[Effect],
    ) -> Result<Append, DeskError> {
        let origin = sight.context.origin();
        let first = FirstOfAppend {
            read: read_versions(sight),
            fingerprint: prepared.asked.fingerprint,
        };
        let mut events = Vec::with_capacity(effects.len());
        for (index, effect) in effects.iter().enumerate() {
            let salt = self.chance.bytes::<32>();
            let first = (index == 0).then_some(&first);
            let reason = sight.context.backdating_reason.map(LateReason::as_str);
            let written = khen_codec::write(&effect.event, &origin, first, reason, &salt)
                .map_err(unavailable)?;
            events.push(NewEvent {
                id: EventId(self.ids.event_id()),
                stream: stream_name(&effect.stream),
                event_type: written.event_type,
                occurred_at: origin.occurred_at.timestamp(),
                salt,
                data: written.data,
                data_hash: written.data_hash,
            });
        }
        Append::try_new(AppendParts {
            ledger: prepared.asked.wish.ledger.clone(),
            command: prepared.asked.id,
            assignment: prepared.asked.wish.assignment.clone(),
            correlation: prepared.asked.wish.correlation.clone(),
            conditions: conditions(prepared, sight),
            events,
        })
        .map_err(too_much)
    }

    /// The conditions held, so the new states are known without reading.
    fn remember(&self, prepared: &Prepared, sight: &Sight, effects: &[Effect], receipt: &Receipt) {
        let origin = sight.context.origin();
        let mut states: BTreeMap<&StreamKey, Folded> = BTreeMap::new();
        for (effect, recorded) in effects.iter().zip(&receipt.events) {
            let Some(before) = states.remove(&effect.stream).or_else(|| {
                sight
                    .seen
                    .get(&effect.stream)
                    .map(|(folded, _)| folded.clone())
            }) else {
                continue;
            };
            let state = Arc::unwrap_or_clone(before.state).evolve(&effect.event, &origin);
            let folded = Folded {
                version: recorded.version,
                state: Arc::new(state),
            };
            states.insert(&effect.stream, folded);
        }
        for (stream, folded) in states {
            self.cache.put(&prepared.asked.wish.ledger, stream, folded);
        }
    }
}

fn count_conflict(stream: &StreamName) {
    let name = stream.as_str();
    let aggregate = name.split_once('/').map_or(name, |(kind, _)| kind);
    counter!(names::APPEND_CONFLICTS, "aggregate" => aggregate.to_owned()).increment(1);
}

/// More than a ledger takes at once is the caller's to divide; anything else is our own mistake.
fn too_much(error: AppendShapeError) -> DeskError {
    match error {
        AppendShapeError::TooMany { .. } | AppendShapeError::DataTooLarge { .. } => {
            let detail = error.to_string();
            DeskError::Malformed { detail }
        }
        AppendShapeError::NoEvents
        | AppendShapeError::Unconditioned { .. }
        | AppendShapeError::Contradiction { .. }
        | AppendShapeError::NoFingerprint
        | AppendShapeError::Attribute { .. } => unavailable(error),
    }
}

fn read_versions(sight: &Sight) -> Vec<(StreamName, Version)> {
    sight
        .seen
        .iter()
        .filter(|(_, (_, access))| *access != Access::Guard)
        .map(|(stream, (folded, _))| (stream_name(stream), folded.version))
        .collect()
}

fn conditions(prepared: &Prepared, sight: &Sight) -> Vec<Condition> {
    let seen = sight.seen.iter().map(|(stream, (folded, _))| Condition {
        stream: stream_name(stream),
        version: folded.version,
    });
    let named = prepared.asked.wish.expected.iter().filter(|named| {
        !sight
            .seen
            .keys()
            .any(|stream| stream_name(stream) == named.stream)
    });
    seen.chain(named.cloned()).collect()
}

fn done(asked: &Asked, receipt: &Receipt, types: Vec<khen_eventlog::EventType>) -> Done {
    let events = receipt
        .events
        .iter()
        .zip(types)
        .map(|(recorded, event_type)| DoneEvent {
            stream: recorded.stream.clone(),
            version: recorded.version,
            position: recorded.position,
            event_type,
        });
    answer(asked, events.collect(), false)
}

fn repeated(asked: &Asked, events: &[RecordedEvent]) -> Done {
    let events = events.iter().map(|event| DoneEvent {
        stream: event.stream.clone(),
        version: event.version,
        position: event.position,
        event_type: event.event_type.clone(),
    });
    answer(asked, events.collect(), true)
}

fn answer(asked: &Asked, events: Vec<DoneEvent>, is_repeat: bool) -> Done {
    let versions: BTreeMap<StreamName, Version> = events
        .iter()
        .map(|event| (event.stream.clone(), event.version))
        .collect();
    Done {
        command: asked.id,
        events,
        versions: versions.into_iter().collect(),
        is_repeat,
    }
}
