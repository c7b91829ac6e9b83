//! Looks whether a stream tells what the ledger tells.

use thiserror::Error;

use crate::SinkError;
use khen_eventlog::{
    EventFeed, FanOut, FanOutError, LedgerId, OutgoingMark, Position, ReadError, RecordedEvent,
};
use khen_export::Profile;

/// What is known of a stream.
#[derive(Debug, Clone)]
pub(super) struct Trace {
    /// The connection over which it was seen; `None` when it may have moved since.
    pub(super) connection: Option<u64>,
    /// The source of its ledger, part of every event.
    pub(super) source: String,
    /// The events in it.
    pub(super) size: Position,
    /// As many of its events are those of the ledger for sure. Beyond, some may have gone to a server that
    /// nobody had looked at: the connection changed while they were on their way.
    pub(super) sure: Position,
    /// Why nothing more may go into it, if so.
    pub(super) halt: Option<Halt>,
}

/// Why nothing more may go into a stream.
#[derive(Debug, Clone)]
pub(super) struct Halt {
    /// Where.
    pub(super) position: Position,
    /// Why.
    pub(super) why: Wrong,
}

/// What is wrong with a stream.
#[derive(Debug, Clone, Error)]
pub(super) enum Wrong {
    /// It holds another event than the ledger.
    #[error(
        "the stream holds another event at position {position} than the ledger: find out which of the two \
         was restored or written by others, then delete the stream, and it is filled again"
    )]
    OtherEvent { position: Position },
    /// It is not as Khen makes it.
    #[error("{what}; delete the stream, and it is made again")]
    Unfit { what: String },
}

impl Trace {
    /// Where the sink stands: a stream that is wrong stands at what is wrong in it.
    pub(super) fn cursor(&self) -> Position {
        self.halt.as_ref().map_or(self.size, |halt| halt.position)
    }
}

/// Where streams and ledgers are looked at.
pub(super) struct Looker<'a> {
    pub(super) feed: &'a dyn EventFeed,
    pub(super) fan_out: &'a dyn FanOut,
    pub(super) profile: Profile,
}

impl Looker<'_> {
    /// Makes the stream of a ledger, if it is not there, and compares the last event in it with the
    /// ledger's; and the last that was sure before, where that is another.
    pub(super) async fn look(
        &self,
        ledger: &LedgerId,
        before: Option<&Trace>,
    ) -> Result<Trace, SinkError> {
        let connection = Some(self.fan_out.connection());
        let known = self.feed.ledger(ledger).await.map_err(unavailable)?;
        let none = || {
            unavailable(ReadError::NoLedger {
                ledger: ledger.clone(),
            })
        };
        let source = known.ok_or_else(none)?.source;
        let opened = self.fan_out.open(ledger, self.profile.as_str()).await;
        let (size, mut halt) = match opened {
            Ok(size) => (size, None),
            Err(failure @ FanOutError::Unfit { .. }) => {
                let size = self.fan_out.sizes().await.map_err(unavailable)?;
                let size = size.get(ledger).copied().unwrap_or_default();
                (size, Some(unfit(size, &failure)))
            }
            Err(failure) => return Err(unavailable(failure)),
        };
        let sure = before.map(|before| before.sure);
        let sure = sure.filter(|sure| *sure < size);
        for end in [sure, Some(size)].into_iter().flatten() {
            if halt.is_none() {
                halt = self.compare(ledger, end).await?;
            }
        }
        Ok(Trace {
            connection,
            source,
            size,
            sure: size,
            halt,
        })
    }

    /// Whether the event before `end` is the same in the stream and in the ledger. A stream that is longer
    /// than its ledger is told by the follower.
    async fn compare(&self, ledger: &LedgerId, end: Position) -> Result<Option<Halt>, SinkError> {
        let Some(position) = end.0.checked_sub(1).map(Position) else {
            return Ok(None);
        };
        let here = self.feed.read_from(ledger, position, 1).await;
        let here = here.map_err(unavailable)?;
        let Some(here) = here.first() else {
            return Ok(None);
        };
        let there = self.fan_out.mark(ledger, position).await;
        let there = there.map_err(unavailable)?;
        let why = Wrong::OtherEvent { position };
        Ok((there != Some(mark(here))).then_some(Halt { position, why }))
    }
}

fn unfit(size: Position, failure: &FanOutError) -> Halt {
    Halt {
        position: Position(size.0.saturating_sub(1)),
        why: Wrong::Unfit {
            what: failure.to_string(),
        },
    }
}

fn mark(event: &RecordedEvent) -> OutgoingMark {
    OutgoingMark {
        id: event.id.to_string(),
        data_hash: event.data_hash.to_string(),
    }
}

pub(super) fn unavailable(failure: impl std::error::Error + Send + Sync + 'static) -> SinkError {
    SinkError::Unavailable(Box::new(failure))
}
