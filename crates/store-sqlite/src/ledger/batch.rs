//! Checks and records appends inside one transaction, one after the other.

use rusqlite::{Connection, params};

use super::{
    commands,
    memory::{LedgerMemory, Memory},
    read::{self, StoredStream},
};
use crate::{fault::Fault, sql};
use khen_ambient::Clock;
use khen_eventlog::{
    Append, AppendError, Fingerprint, LedgerId, NewEvent, Receipt, RecordedAs, seat::LedgerNo,
};

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

/// One transaction's worth of appends. `memory` is right as of this transaction.
pub(super) struct Batch<'c> {
    pub(super) connection: &'c Connection,
    pub(super) clock: &'c dyn Clock,
    pub(super) memory: &'c mut Memory,
}

impl Batch<'_> {
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
        let connection = self.connection;
        let ledger = self.memory.ledger(connection, append.ledger())?;
        if let Some(first) = known(connection, ledger.ledger_no, append)? {
            return Ok(first);
        }
        check(connection, ledger, append)?;
        let receipt = record(connection, self.clock, ledger, append)?;
        self.memory.new_command_count += 1;
        Ok(receipt)
    }
}

/// The first answer to this command, if it was recorded before, in this batch or ever.
fn known(
    connection: &Connection,
    ledger: LedgerNo,
    append: &Append,
) -> Result<Option<Receipt>, Stop> {
    let command = append.command();
    let events = read::read_command(connection, ledger, command)?;
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

/// Every stream of a condition must be at its version.
fn check(connection: &Connection, ledger: &mut LedgerMemory, append: &Append) -> Result<(), Stop> {
    for (stream, &expected) in append.conditions() {
        let actual = ledger.version(connection, stream)?;
        if actual != expected {
            return Err(Stop::Refused(AppendError::Conflict {
                stream: stream.clone(),
                expected,
                actual,
            }));
        }
    }
    Ok(())
}

fn record(
    connection: &Connection,
    clock: &dyn Clock,
    ledger: &mut LedgerMemory,
    append: &Append,
) -> Result<Receipt, Fault> {
    let first = ledger.next;
    let mut places = Vec::with_capacity(append.events().len());
    for event in append.events() {
        let stream = ledger.grow(&event.stream, |ledger| {
            let mut statement = connection.prepare_cached(sql::INSERT_STREAM)?;
            Ok(statement.insert(params![ledger.0, event.stream.as_str()])?)
        })?;
        // Strictly increasing, whatever the clock does.
        let after_last = ledger.last_recorded_us.saturating_add(1);
        ledger.last_recorded_us = clock.now().as_microsecond().max(after_last);
        insert(connection, ledger, append, event, stream)?;
        places.push(RecordedAs {
            stream: event.stream.clone(),
            version: stream.version,
            position: ledger.next,
        });
        ledger.next = ledger.next.next();
    }
    commands::insert(connection, ledger.ledger_no, append.command(), first)?;
    Ok(Receipt {
        events: places,
        is_repeat: false,
    })
}

fn insert(
    connection: &Connection,
    ledger: &LedgerMemory,
    append: &Append,
    event: &NewEvent,
    StoredStream { stream_no, version }: StoredStream,
) -> Result<(), Fault> {
    let seat = ledger.ledger_no.seat(ledger.next);
    if !ledger.ledger_no.seats().contains(&seat) {
        return Err(Fault::Full);
    }
    let mut statement = connection.prepare_cached(sql::INSERT_EVENT)?;
    statement.execute(params![
        seat,
        stream_no,
        version.0.cast_signed(),
        event.id.0.as_bytes(),
        event.event_type.as_str(),
        event.occurred_at.as_microsecond(),
        ledger.last_recorded_us,
        append.assignment(),
        append.command().as_bytes(),
        append.correlation(),
        event.salt,
        event.data,
        event.data_hash.0,
    ])?;
    Ok(())
}
