//! The timeline of a case, worded for a reader.

use std::fmt;

use jiff::Timestamp;

use crate::{
    At, Entry, History, HistoryError,
    disclosure::{Disclosure, sees_the_dossier, sees_who_acts},
};
use khen_domain::{Actor, AssignmentId, Document, Event, NominationId, Role, StreamKey, UnitId};
use khen_eventlog::{CommandId, EventType, LedgerId, Position, Version};
use khen_texts::{Audience, Facts, Language};

/// Who reads, and in which language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reader {
    /// Decides what is told.
    pub audience: Audience,
    /// The language of the words.
    pub language: Language,
}

/// One event of a case, in words. Not shown by `Debug`: the words may hold names.
#[derive(Clone, PartialEq, Eq)]
pub struct TimelineEntry {
    /// Place in the ledger.
    pub position: Position,
    /// Version of the case after this event.
    pub version: Version,
    /// When it happened.
    pub occurred_at: Timestamp,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Whether it was recorded so late that a reason was given.
    pub is_backdated: bool,
    /// Its type.
    pub event_type: EventType,
    /// What happened, in one line.
    pub words: String,
    /// Who did it.
    pub actor: Doer,
    /// Documents that it names.
    pub documents: Vec<Document>,
    /// The command that caused it.
    pub command: CommandId,
}

/// Who did something, as far as the reader is told: outside, only the role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doer {
    /// The acting role.
    pub role: Role,
    /// What the role is called.
    pub role_words: String,
    /// Whether the act of somebody else is recorded.
    pub is_on_behalf: bool,
    /// The acting assignment.
    pub assignment: Option<AssignmentId>,
    /// Its unit.
    pub unit: Option<UnitId>,
    /// Whose act is recorded.
    pub on_behalf_of: Option<AssignmentId>,
}

impl History {
    /// What happened to a nomination, in order, as far as the reader is told.
    ///
    /// Empty when there is no such nomination, or nothing of it is told.
    ///
    /// # Errors
    /// [`HistoryError`].
    pub async fn timeline(
        &self,
        ledger: &LedgerId,
        nomination: &NominationId,
        reader: Reader,
    ) -> Result<Vec<TimelineEntry>, HistoryError> {
        let stream = StreamKey::nomination(nomination);
        let events = self.entries(ledger, &stream, At::Now).await?;
        let stage = self.stage(ledger, &events, reader.audience).await?;
        let subject = self.subject(ledger, &events).await?;
        let mut entries = Vec::new();
        for told in &events {
            let Event::Nomination(event) = &told.decoded.event else {
                continue;
            };
            if let Disclosure::Told(tallies) = stage.disclosure(event, reader.audience) {
                let facts = Facts {
                    tallies,
                    ..self.facts(ledger, &subject, told, reader.audience).await?
                };
                entries.push(self.entry(told, &facts, reader));
            }
        }
        Ok(entries)
    }

    fn entry(&self, entry: &Entry, facts: &Facts, reader: Reader) -> TimelineEntry {
        let documents = if sees_the_dossier(reader.audience) {
            entry.decoded.evidence.clone()
        } else {
            Vec::new()
        };
        TimelineEntry {
            position: entry.position,
            version: entry.version,
            occurred_at: entry.occurred_at().timestamp(),
            recorded_at: entry.recorded_at,
            is_backdated: entry.decoded.backdating_reason.is_some(),
            event_type: entry.event_type.clone(),
            words: self.texts.event(reader.language, entry.event(), facts),
            actor: self.doer(entry.actor(), reader),
            documents,
            command: entry.command,
        }
    }

    fn doer(&self, actor: &Actor, reader: Reader) -> Doer {
        let inside = Some(actor).filter(|_| sees_who_acts(reader.audience));
        Doer {
            role: actor.role,
            role_words: self.texts.role(reader.language, actor.role),
            is_on_behalf: actor.on_behalf_of.is_some(),
            assignment: inside.map(|actor| actor.assignment.clone()),
            unit: inside.and_then(|actor| actor.unit.clone()),
            on_behalf_of: inside.and_then(|actor| actor.on_behalf_of.clone()),
        }
    }
}

impl fmt::Debug for TimelineEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TimelineEntry")
            .field("position", &self.position)
            .field("version", &self.version)
            .field("event_type", &self.event_type)
            .finish_non_exhaustive()
    }
}
