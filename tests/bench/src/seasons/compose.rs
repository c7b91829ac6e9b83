//! From what happened on the stage to an append.

use std::collections::BTreeMap;

use super::Play;
use khen_ambient::{Chance, IdSource, OsChance, RandomIds};
use khen_codec::{FirstOfAppend, stream_name, write};
use khen_domain::{Access, Effect, Origin, StreamKey};
use khen_eventlog::{
    Append, AppendParts, CommandId, Condition, EventId, Fingerprint, NewEvent, Version, data_hash,
};

impl Play {
    /// The append of what happened last, on the condition of all streams that were named for it.
    pub(super) fn compose(
        &mut self,
        named: &BTreeMap<StreamKey, Access>,
    ) -> anyhow::Result<Append> {
        let happened = self.stage.take_history();
        let Some((origin, _)) = happened.first() else {
            anyhow::bail!("nothing happened");
        };
        let assignment = origin.actor.assignment.to_string();
        let key = self.append_count.to_string();
        self.append_count += 1;
        let command = CommandId::derive(&self.ledger, &assignment, &key);
        let first = self.first(command, named);
        let mut streams: Vec<&StreamKey> = named.keys().collect();
        streams.extend(happened.iter().map(|(_, effect)| &effect.stream));
        let conditions = streams.into_iter().map(|stream| Condition {
            stream: stream_name(stream),
            version: self.version(stream),
        });
        let conditions = conditions.collect();
        let events = happened.iter().enumerate();
        let events = events
            .map(|(index, (origin, effect))| event(origin, effect, (index == 0).then_some(&first)));
        let events = events.collect::<anyhow::Result<_>>()?;
        for (_, effect) in happened {
            let version = self.versions.entry(effect.stream).or_default();
            *version = version.next();
        }
        Ok(Append::try_new(AppendParts {
            ledger: self.ledger.clone(),
            command,
            assignment,
            correlation: format!("request-{key}"),
            conditions,
            events,
        })?)
    }

    fn version(&self, stream: &StreamKey) -> Version {
        self.versions.get(stream).copied().unwrap_or_default()
    }

    fn first(&self, command: CommandId, named: &BTreeMap<StreamKey, Access>) -> FirstOfAppend {
        let read = named.iter();
        let read = read.filter(|(_, access)| **access != Access::Guard);
        FirstOfAppend {
            read: read
                .map(|(stream, _)| (stream_name(stream), self.version(stream)))
                .collect(),
            fingerprint: Fingerprint::from_bytes(data_hash(&[0; 32], command.as_bytes()).0),
        }
    }
}

fn event(
    origin: &Origin,
    effect: &Effect,
    first: Option<&FirstOfAppend>,
) -> anyhow::Result<NewEvent> {
    let chance: &dyn Chance = &OsChance;
    let salt = chance.bytes();
    let written = write(&effect.event, origin, first, None, &salt)?;
    Ok(NewEvent {
        id: EventId(RandomIds.event_id()),
        stream: stream_name(&effect.stream),
        event_type: written.event_type,
        occurred_at: origin.occurred_at.timestamp(),
        salt,
        data: written.data,
        data_hash: written.data_hash,
    })
}
