//! One transaction: lock, look, check, record, commit.

use std::collections::{BTreeSet, HashMap, HashSet};

use tokio_postgres::{Row, error::SqlState};

use super::{
    alone::{self, Alone},
    batch::{Batch, FirstAnswer, Wanted, ledgers},
    committer::Outcome,
    connection::{Connection, Questions, Seen},
    look::{Look, StreamOf},
    memory::{LastEvent, Memory, TailEvent},
    read::{self, found_command, found_tail, prefix},
    turn::Turn,
};
use crate::fault::Fault;
use khen_ambient::Clock;
use khen_eventlog::{CommandId, EventId, seat::LedgerNo};

/// Why a transaction came to nothing, which decides what is tried next.
pub(super) enum Failure {
    /// The connection broke or the server was not there. The transaction may have been committed.
    Connection(Fault),
    /// Another process holds a lock for too long. No append is at fault.
    Locked(Fault),
    /// A statement failed: one append may be at fault.
    Statement(Fault),
}

impl Failure {
    pub(super) fn into_fault(self) -> Fault {
        let (Self::Connection(fault) | Self::Locked(fault) | Self::Statement(fault)) = self;
        fault
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        if fault.is_connection() {
            return Self::Connection(fault);
        }
        let is_held =
            |error: &tokio_postgres::Error| error.code() == Some(&SqlState::LOCK_NOT_AVAILABLE);
        if matches!(&fault, Fault::Sql(error) if is_held(error)) {
            return Self::Locked(fault);
        }
        Self::Statement(fault)
    }
}

/// What a committer knows from one batch to the next, as long as its connection lives.
#[derive(Default)]
pub(super) struct Standing {
    pub(super) memory: Memory,
    /// There while a transaction is begun.
    pub(super) turn: Option<Turn>,
}

pub(super) struct Attempt<'a> {
    pub(super) connection: &'a Connection,
    pub(super) clock: &'a dyn Clock,
    /// First events of the appends that a commit whose answer was lost may have recorded.
    pub(super) unsure: &'a mut HashSet<EventId>,
}

impl Attempt<'_> {
    /// Runs the transaction, or goes on with the one of the turn, which covers all that is wanted; answers
    /// with one outcome for each append and what is known now.
    pub(super) async fn run(
        &mut self,
        wanted: &[Wanted<'_>],
        Standing { mut memory, turn }: Standing,
    ) -> Result<(Vec<Outcome>, Standing), Failure> {
        if turn.is_some() {
            return self.ask_first(wanted, Standing { memory, turn }).await;
        }
        memory.trim();
        if let [one] = wanted {
            let alone = alone::append(self.connection, self.clock, self.unsure, (*one, memory));
            match alone.await? {
                Alone::Recorded(outcome, memory) => {
                    return Ok((vec![outcome], Standing { memory, turn: None }));
                }
                Alone::Ask(known) => memory = known,
            }
        }
        self.ask_first(wanted, Standing { memory, turn: None })
            .await
    }

    /// Locks and looks in a round trip of its own, before anything is recorded.
    async fn ask_first(
        &mut self,
        wanted: &[Wanted<'_>],
        Standing { mut memory, turn }: Standing,
    ) -> Result<(Vec<Outcome>, Standing), Failure> {
        let look = Look::at(&memory, streams(wanted));
        // Under locks that are held since the last batch, nobody else has written.
        let to_lock = if turn.is_none() {
            ledgers(wanted)
        } else {
            Vec::new()
        };
        let questions = questions((wanted, to_lock), &memory, &look);
        let seen = self.connection.begin(&questions).await?;
        self.look(wanted, &mut memory, (&seen, &questions)).await?;
        let turn = Turn::after(turn, wanted, &memory);
        let known = self.first_answers(wanted, &seen.commands).await?;
        let mut batch = Batch::new(memory, self.clock, (known, &*self.unsure));
        let outcomes: Vec<Outcome> = wanted.iter().map(|one| batch.append(*one)).collect();
        let (streams, events) = (&batch.streams, &batch.events);
        let recorded = self.connection.record(streams, events, turn.as_ref());
        if let Err(fault) = recorded.await {
            if fault.is_connection() {
                remember_unsure(self.unsure, wanted, &outcomes);
            }
            return Err(fault.into());
        }
        let memory = batch.into_memory();
        Ok((outcomes, Standing { memory, turn }))
    }

    /// Brings the memory up to this transaction: where the ledgers stand, and their streams.
    async fn look(
        &self,
        wanted: &[Wanted<'_>],
        memory: &mut Memory,
        (seen, questions): (&Seen, &Questions<'_>),
    ) -> Result<(), Fault> {
        let (tails, ends) = (tails(&seen.tails)?, last_events(&seen.last_events)?);
        let mut forgotten = Vec::new();
        for ledger in questions.ledgers.iter().copied().map(LedgerNo) {
            let tail = tails.get(&ledger).map(Vec::as_slice).unwrap_or_default();
            if memory.last(ledger).is_none() {
                memory.ledger(ledger).last = ends.get(&ledger).copied();
            } else if !memory.catch_up(ledger, tail) {
                forgotten.push(ledger.0);
            }
        }
        questions.look.learn(memory, &seen.streams)?;
        if !forgotten.is_empty() {
            let again = Look::at(memory, streams(wanted));
            let (ends, found) = self.connection.look_again(&forgotten, &again).await?;
            for (ledger, last) in last_events(&ends)? {
                memory.ledger(ledger).last = Some(last);
            }
            again.learn(memory, &found)?;
        }
        Ok(())
    }

    /// The first answers to those commands that are known.
    async fn first_answers(
        &self,
        wanted: &[Wanted<'_>],
        found: &[Row],
    ) -> Result<HashMap<(LedgerNo, CommandId), FirstAnswer>, Fault> {
        let mut answers = HashMap::with_capacity(wanted.len());
        for row in found {
            let (place, first) = found_command(row)?;
            let Some((ledger, command)) = wanted.get(place).map(|it| it.command()) else {
                continue;
            };
            let events = read::read_command(self.connection, ledger, command, first).await?;
            answers.insert((ledger, command), FirstAnswer::of(events));
        }
        Ok(answers)
    }
}

/// Takes note of appends whose commit was not heard of.
pub(super) fn remember_unsure(
    unsure: &mut HashSet<EventId>,
    wanted: &[Wanted<'_>],
    outcomes: &[Outcome],
) {
    for (one, outcome) in wanted.iter().zip(outcomes) {
        if matches!(outcome, Ok(receipt) if !receipt.is_repeat) {
            unsure.extend(one.first_event());
        }
    }
}

/// The streams that these appends depend on, each once.
fn streams<'a>(wanted: &[Wanted<'a>]) -> impl Iterator<Item = StreamOf<'a>> {
    let streams: BTreeSet<_> = wanted.iter().flat_map(|one| one.streams()).collect();
    streams.into_iter()
}

fn questions<'a>(
    (wanted, ledgers): (&[Wanted<'a>], Vec<i64>),
    memory: &Memory,
    look: &'a Look<'a>,
) -> Questions<'a> {
    let mut questions = Questions {
        ledgers,
        known: Default::default(),
        unknown: Vec::new(),
        look,
        commands: Default::default(),
    };
    let (known, seats) = &mut questions.known;
    for &ledger in &questions.ledgers {
        match memory.last(LedgerNo(ledger)) {
            Some(last) => {
                known.push(ledger);
                seats.push(last.seat);
            }
            None => questions.unknown.push(ledger),
        }
    }
    let (of_ledgers, prefixes, ids) = &mut questions.commands;
    for one in wanted {
        let append = one.append;
        of_ledgers.push(one.ledger.0);
        prefixes.push(prefix(append.command()));
        ids.push(append.command().as_bytes().to_vec());
    }
    questions
}

fn tails(rows: &[Row]) -> Result<HashMap<LedgerNo, Vec<TailEvent>>, Fault> {
    let mut tails: HashMap<LedgerNo, Vec<TailEvent>> = HashMap::new();
    for row in rows {
        let (ledger, event) = found_tail(row)?;
        tails.entry(ledger).or_default().push(event);
    }
    for tail in tails.values_mut() {
        tail.sort_unstable_by_key(|one| one.event.seat);
    }
    Ok(tails)
}

fn last_events(rows: &[Row]) -> Result<HashMap<LedgerNo, LastEvent>, Fault> {
    let one = |row: &Row| {
        let last = LastEvent {
            seat: row.try_get(1)?,
            recorded_us: row.try_get(2)?,
        };
        Ok((LedgerNo(row.try_get(0)?), last))
    };
    rows.iter().map(one).collect()
}
