//! Checks and records appends inside one transaction.
//!
//! What earlier appends of a batch have written is read back from the transaction itself: the
//! store and the overlay of the batch are one thing, and no state outlives the transaction.

use std::collections::{BTreeMap, HashMap};

use khen_ambient::Clock;
use khen_eventlog::{
    Append, AppendError, Fingerprint, LedgerId, NewEvent, Position, Receipt, RecordedAs,
    StreamName, Version,
};
use rusqlite::{Connection, params};

use super::{
    read::{self, StoredStream},
    seat::LedgerNo,
};
use crate::{fault::Fault, sql};

/// Why an append of a batch was not recorded.
pub(super) enum Stop {
    /// It may not be; the batch goes on.
    Refused(AppendError),
    /// The database failed: nothing of this transaction can stand.
    Failed(Fault),
}

impl<F: Into<Fault>> From<F> for Stop {
    fn from(fault: F) -> Self {
        Self::Failed(fault.into())
    }
}

/// One transaction's worth of appends, recorded one after the other.
pub(super) struct Batch<'c> {
    connection: &'c Connection,
    clock: &'c dyn Clock,
    heads: HashMap<LedgerId, Head>,
}

/// Where a ledger grows.
#[derive(Clone, Copy)]
struct Head {
    ledger_no: LedgerNo,
    next: Position,
    last_recorded_us: i64,
}

/// The streams of an append, as they are while it is recorded.
type Streams<'a> = BTreeMap<&'a StreamName, Seen>;

/// A stream has a number once it has an event.
struct Seen {
    stream_no: Option<i64>,
    version: Version,
}

impl<'c> Batch<'c> {
    pub(super) fn new(connection: &'c Connection, clock: &'c dyn Clock) -> Self {
        Self {
            connection,
            clock,
            heads: HashMap::new(),
        }
    }

    /// Makes a ledger, unless it is there with the same source.
    pub(super) fn create_ledger(&self, ledger: &LedgerId, source: &str) -> Result<(), Stop> {
        match read::find_ledger(self.connection, ledger)? {
            Some(found) if found.source == source => {}
            Some(_) => return Err(Stop::Refused(Fault::OtherSource.into())),
            None => {
                let mut statement = self.connection.prepare_cached(sql::INSERT_LEDGER)?;
                statement.execute([ledger.as_str(), source])?;
            }
        }
        Ok(())
    }

    /// Records an append: a known command first, then the conditions, then the events.
    pub(super) fn append(&mut self, append: &Append) -> Result<Receipt, Stop> {
        let mut head = self.head(append.ledger())?;
        if let Some(first) = self.known(head.ledger_no, append)? {
            return Ok(first);
        }
        let streams = self.check(head.ledger_no, append)?;
        let receipt = self.insert(&mut head, append, streams)?;
        self.heads.insert(append.ledger().clone(), head);
        Ok(receipt)
    }

    fn head(&self, ledger: &LedgerId) -> Result<Head, Stop> {
        if let Some(head) = self.heads.get(ledger) {
            return Ok(*head);
        }
        let Some(found) = read::find_ledger(self.connection, ledger)? else {
            return Err(Stop::Refused(AppendError::NoLedger {
                ledger: ledger.clone(),
            }));
        };
        let last = read::last_event(self.connection, found.ledger_no)?;
        Ok(Head {
            ledger_no: found.ledger_no,
            next: last
                .as_ref()
                .map_or(Position(0), |last| last.position.next()),
            last_recorded_us: last.map_or(i64::MIN, |last| last.recorded_us),
        })
    }

    /// The first answer to this command, if it was recorded before, in this batch or ever.
    fn known(&self, ledger: LedgerNo, append: &Append) -> Result<Option<Receipt>, Stop> {
        let command = append.command();
        let events = read::read_command(self.connection, ledger, command)?;
        let Some(first) = events.first() else {
            return Ok(None);
        };
        if Fingerprint::of_first_event(&first.data) != Some(append.fingerprint()) {
            return Err(Stop::Refused(AppendError::KeyReused { command }));
        }
        let places = events.into_iter().map(|event| RecordedAs {
            stream: event.stream,
            version: event.version,
            position: event.position,
        });
        Ok(Some(Receipt {
            events: places.collect(),
            is_repeat: true,
        }))
    }

    /// The streams of the append, every one at the version of its condition.
    fn check<'a>(&self, ledger: LedgerNo, append: &'a Append) -> Result<Streams<'a>, Stop> {
        let mut streams = Streams::new();
        for (stream, &expected) in append.conditions() {
            let found = read::find_stream(self.connection, ledger, stream)?;
            let actual = found.map_or(Version::NONE, |found| found.version);
            if actual != expected {
                return Err(Stop::Refused(AppendError::Conflict {
                    stream: stream.clone(),
                    expected,
                    actual,
                }));
            }
            let stream_no = found.map(|StoredStream { stream_no, .. }| stream_no);
            let seen = Seen {
                stream_no,
                version: actual,
            };
            streams.insert(stream, seen);
        }
        Ok(streams)
    }

    fn insert(
        &self,
        head: &mut Head,
        append: &Append,
        mut streams: Streams<'_>,
    ) -> Result<Receipt, Fault> {
        let first_seat = head.ledger_no.seat(head.next);
        let mut places = Vec::with_capacity(append.events().len());
        for event in append.events() {
            let seen = streams
                .get_mut(&event.stream)
                .expect("every written stream has a condition");
            let stream_no = match seen.stream_no {
                Some(stream_no) => stream_no,
                None => *seen
                    .stream_no
                    .insert(self.insert_stream(head.ledger_no, &event.stream)?),
            };
            seen.version = seen.version.next();
            self.insert_event(head, append, event, (stream_no, seen.version))?;
            places.push(RecordedAs {
                stream: event.stream.clone(),
                version: seen.version,
                position: head.next,
            });
            head.next = head.next.next();
        }
        let mut statement = self.connection.prepare_cached(sql::INSERT_COMMAND)?;
        statement.execute([read::prefix(append.command()), first_seat])?;
        Ok(Receipt {
            events: places,
            is_repeat: false,
        })
    }

    fn insert_stream(&self, ledger: LedgerNo, stream: &StreamName) -> Result<i64, Fault> {
        let mut statement = self.connection.prepare_cached(sql::INSERT_STREAM)?;
        Ok(statement.insert(params![ledger.0, stream.as_str()])?)
    }

    fn insert_event(
        &self,
        head: &mut Head,
        append: &Append,
        event: &NewEvent,
        (stream_no, version): (i64, Version),
    ) -> Result<(), Fault> {
        let seat = head.ledger_no.seat(head.next);
        if !head.ledger_no.seats().contains(&seat) {
            return Err(Fault::Full);
        }
        // Strictly increasing, whatever the clock does.
        let after_last = head.last_recorded_us.saturating_add(1);
        head.last_recorded_us = self.clock.now().as_microsecond().max(after_last);
        let mut statement = self.connection.prepare_cached(sql::INSERT_EVENT)?;
        statement.execute(params![
            seat,
            stream_no,
            version.0.cast_signed(),
            event.id.0.as_bytes(),
            event.event_type.as_str(),
            event.occurred_at.as_microsecond(),
            head.last_recorded_us,
            append.assignment(),
            append.command().as_bytes(),
            append.correlation(),
            event.salt,
            event.data,
            event.data_hash.0,
        ])?;
        Ok(())
    }
}
