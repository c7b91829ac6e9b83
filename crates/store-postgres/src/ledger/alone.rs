//! An append that comes alone: one statement, one round trip.
//!
//! Nothing is looked at beforehand. The append is checked against what is remembered, and asks for the
//! seat after the last one that is remembered. Whoever has written since has taken that seat, and the key
//! of the table refuses ours: so what was remembered held if the statement succeeds. It holds the lock of
//! the ledger as every append does, but does not wait for it.

use std::collections::{HashMap, HashSet};

use tokio_postgres::error::SqlState;

use super::{
    attempt::{Failure, remember_unsure},
    batch::{Batch, Wanted},
    committer::Outcome,
    connection::Connection,
    memory::Memory,
};
use crate::fault::Fault;
use khen_ambient::Clock;
use khen_eventlog::EventId;

/// What came of it.
pub(super) enum Alone {
    /// It is recorded, and this is remembered now.
    Recorded(Outcome, Memory),
    /// Nothing is recorded and nothing is certain: ask in the ordinary way.
    Ask(Memory),
}

/// Records one append without looking, if what is remembered allows it.
pub(super) async fn append(
    connection: &Connection,
    clock: &dyn Clock,
    unsure: &mut HashSet<EventId>,
    (wanted, memory): (Wanted<'_>, Memory),
) -> Result<Alone, Failure> {
    if !memory.suffices(wanted) {
        return Ok(Alone::Ask(memory));
    }
    let nobody = HashSet::new();
    let mut batch = Batch::new(memory, clock, (HashMap::new(), &nobody));
    let outcome = batch.append(wanted);
    if outcome.is_err() {
        // Refused by what is remembered, which may be out of date. A refused append changes nothing.
        return Ok(Alone::Ask(batch.into_memory()));
    }
    let recorded = connection.append_alone(wanted, &batch.streams, &batch.events);
    match recorded.await {
        Ok(0) => Ok(Alone::Ask(forgetting(batch.into_memory(), wanted))),
        Ok(_) => Ok(Alone::Recorded(outcome, batch.into_memory())),
        Err(fault) if is_taken(&fault) => Ok(Alone::Ask(forgetting(batch.into_memory(), wanted))),
        Err(fault) => {
            if fault.is_connection() {
                remember_unsure(unsure, &[wanted], &[outcome]);
            }
            Err(fault.into())
        }
    }
}

/// What is remembered without the ledger in which somebody else has written, or may have.
fn forgetting(mut memory: Memory, wanted: Wanted<'_>) -> Memory {
    memory.forget(wanted.ledger);
    memory
}

/// Whether a key of the tables refused: somebody else has written since.
fn is_taken(fault: &Fault) -> bool {
    matches!(fault, Fault::Sql(error) if error.code() == Some(&SqlState::UNIQUE_VIOLATION))
}
