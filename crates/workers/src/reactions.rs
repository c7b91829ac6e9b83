//! The sink that turns an event into a further command.

use std::{collections::BTreeMap, sync::Arc};

use async_trait::async_trait;
use metrics::counter;
use tracing::warn;

use crate::{Sink, SinkError, names, rows::fact, sink::chain};
use khen_desk::{Desk, DeskError, SYSTEM, Wish};
use khen_domain::Command;
use khen_eventlog::{
    CursorError, CursorStore, Epoch, Ledger, LedgerId, Position, RecordedEvent, reaction_key,
};
use khen_projections::Fact;

/// What follows from an event, by a rule that knows nothing else.
#[derive(Debug, Clone, Copy)]
pub struct Reaction {
    /// Its name, for cursor, keys and measures: it stays as it is for ever.
    pub name: &'static str,
    /// The commands that follow, in order.
    pub react: fn(&Fact) -> Vec<Command>,
}

/// What a reaction is carried out with.
#[derive(Clone)]
pub struct ReactionParts {
    /// Carries out what follows.
    pub desk: Arc<Desk>,
    /// Keeps how far it has come.
    pub cursors: Arc<dyn CursorStore>,
}

/// Follows with one reaction. A new reaction begins at the end of the ledger as it was last seen:
/// what was recorded before it existed is not its to answer.
///
/// It acts first and moves its cursor then. Acting twice is harmless: the key of a command is that of
/// the event it answers, so the desk knows it again.
pub struct ReactionSink {
    reaction: Reaction,
    parts: ReactionParts,
}

impl ReactionSink {
    /// A sink for one reaction.
    #[must_use]
    pub fn new(reaction: Reaction, parts: ReactionParts) -> Self {
        Self { reaction, parts }
    }

    /// Carries out what follows from an event. A refused command is passed over, since it would be
    /// refused again; one that could not be carried out stops the reaction until it can.
    async fn answer(&self, ledger: &LedgerId, event: &RecordedEvent) -> Result<(), SinkError> {
        let commands = (self.reaction.react)(&fact(event)?);
        for (place, command) in commands.iter().enumerate() {
            self.carry_out(ledger, event, (place, command)).await?;
        }
        Ok(())
    }

    async fn carry_out(
        &self,
        ledger: &LedgerId,
        event: &RecordedEvent,
        (place, command): (usize, &Command),
    ) -> Result<(), SinkError> {
        let kind = command.kind();
        let content = serde_json::to_value(command).map_err(|failure| SinkError::Stuck {
            position: event.position,
            source: Box::new(failure),
        })?;
        let done = self.parts.desk.carry_out(Wish {
            ledger: ledger.clone(),
            assignment: SYSTEM.to_owned(),
            kind,
            content,
            key: reaction_key(self.reaction.name, event.id, place),
            correlation: event.correlation.clone(),
            occurred_at: None,
            backdating_reason: None,
            on_behalf_of: None,
            expected: None,
        });
        match done.await {
            Ok(_) => self.count("done"),
            Err(
                failure @ (DeskError::Conflict { .. }
                | DeskError::NoLedger { .. }
                | DeskError::Halted(_)
                | DeskError::ReadOnly(_)
                | DeskError::Unavailable(_)),
            ) => return Err(SinkError::Unavailable(Box::new(failure))),
            Err(
                failure @ (DeskError::Refused(_)
                | DeskError::Key { .. }
                | DeskError::Malformed { .. }
                | DeskError::NoAssignment { .. }
                | DeskError::NoPerson { .. }
                | DeskError::Erased
                | DeskError::NoDocument { .. }
                | DeskError::Stale { .. }
                | DeskError::KeyReused),
            ) => {
                let reason = chain(&failure);
                warn!(event.position = %event.position, command.kind = kind.as_str(), reason, "Passed over a reaction");
                self.count("refused");
            }
        }
        Ok(())
    }

    fn count(&self, outcome: &'static str) {
        let labels = [("reaction", self.reaction.name), ("outcome", outcome)];
        counter!(names::REACTIONS, &labels).increment(1);
    }

    async fn keep(
        &self,
        ledger: &LedgerId,
        to: Position,
        epoch: Epoch,
    ) -> Result<Position, SinkError> {
        let cursors = &self.parts.cursors;
        let moved = cursors.move_cursor(self.reaction.name, ledger, to, epoch);
        moved.await.map_err(|failure| match failure {
            CursorError::Fenced => SinkError::Fenced,
            CursorError::Office(failure) => SinkError::Unavailable(Box::new(failure)),
        })
    }
}

#[async_trait]
impl Sink for ReactionSink {
    fn name(&self) -> &'static str {
        self.reaction.name
    }

    async fn cursors(&self) -> Result<BTreeMap<LedgerId, Position>, SinkError> {
        let cursors = self.parts.cursors.cursors(self.reaction.name).await;
        cursors.map_err(|failure| SinkError::Unavailable(Box::new(failure)))
    }

    async fn begin(&self, ledger: &Ledger, epoch: Epoch) -> Result<Position, SinkError> {
        self.keep(&ledger.id, ledger.size, epoch).await
    }

    async fn apply(
        &self,
        ledger: &LedgerId,
        events: Vec<RecordedEvent>,
        epoch: Epoch,
    ) -> Result<Position, SinkError> {
        let mut next = events.first().map_or(Position(0), |event| event.position);
        for event in &events {
            if let Err(failure) = self.answer(ledger, event).await {
                self.keep(ledger, next, epoch).await?;
                return Err(failure);
            }
            next = event.position.next();
        }
        self.keep(ledger, next, epoch).await
    }
}
