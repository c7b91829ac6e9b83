//! The one thread that writes `ledger.db`: takes whatever waits, records it in one transaction.
//!
//! One flush to the disk pays for a whole batch. Nobody is answered before the commit; who has
//! gone away by then is not missed.

use std::{io, mem, slice, sync::Arc, thread};

use rusqlite::Connection;
use tokio::sync::{mpsc, oneshot};
use tracing::{error, warn};

use super::{
    batch::{Batch, Stop},
    commands,
    memory::Memory,
};
use crate::{
    fault::Fault,
    limits::{
        BATCH_APPEND_COUNT_MAX, BATCH_DATA_BYTES_MAX, COMMIT_RETRY_COUNT_MAX, CROWD_PATIENCE,
        QUEUE_APPEND_COUNT_MAX,
    },
    sql,
};
use khen_ambient::Clock;
use khen_eventlog::{Append, AppendError, LedgerId, Receipt};

/// The answer to a piece of work; a ledger that was made has an empty receipt.
type Outcome = Result<Receipt, AppendError>;

/// What the committer can do.
pub(super) enum Work {
    Append(Append),
    CreateLedger { ledger: LedgerId, source: String },
}

impl Work {
    fn data_bytes(&self) -> usize {
        match self {
            Self::Append(append) => append.events().iter().map(|event| event.data.len()).sum(),
            Self::CreateLedger { .. } => 0,
        }
    }
}

struct Job {
    work: Work,
    answer: oneshot::Sender<Outcome>,
}

/// The way to the committer. Dropping it finishes what waits and closes the file.
pub(super) struct Committer {
    queue: Option<mpsc::Sender<Job>>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Committer {
    pub(super) fn start(connection: Connection, clock: Arc<dyn Clock>) -> io::Result<Self> {
        let (queue, jobs) = mpsc::channel(QUEUE_APPEND_COUNT_MAX);
        let thread = thread::Builder::new()
            .name("ledger-committer".to_owned())
            .spawn(move || Writer::new(connection, clock).run(jobs))?;
        Ok(Self {
            queue: Some(queue),
            thread: Some(thread),
        })
    }

    /// Hands over the work and waits for its answer. Once handed over it cannot be withdrawn.
    pub(super) async fn carry_out(&self, work: Work) -> Outcome {
        let queue = self.queue.as_ref().ok_or(Fault::Stopped)?;
        let (answer, wait) = oneshot::channel();
        let handed_over = queue.send(Job { work, answer }).await;
        handed_over.map_err(|_| Fault::Stopped)?;
        wait.await.map_err(|_| Fault::Stopped)?
    }
}

impl Drop for Committer {
    fn drop(&mut self) {
        self.queue = None;
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            error!("The committer of the ledger had died");
        }
    }
}

/// Where a transaction failed, which decides what is tried next.
enum Failure {
    /// It never began: another process holds the file. No append is at fault.
    Begin(Fault),
    /// A statement failed: one append may be at fault.
    Statement(Fault),
    /// The commit gave no clear answer: the batch may be recorded or not.
    Commit(Fault),
}

struct Writer {
    connection: Connection,
    clock: Arc<dyn Clock>,
    memory: Memory,
}

impl Writer {
    fn new(connection: Connection, clock: Arc<dyn Clock>) -> Self {
        Self {
            connection,
            clock,
            memory: Memory::default(),
        }
    }

    fn run(mut self, mut queue: mpsc::Receiver<Job>) {
        let mut crowd = 0;
        while let Some(first) = queue.blocking_recv() {
            let mut jobs = vec![first];
            take_what_waits(&mut jobs, &mut queue);
            if crowd > 1 {
                // Those who were answered just now come again in a moment; one flush then pays
                // for them too. A lone writer never waits here.
                thread::sleep(CROWD_PATIENCE);
                take_what_waits(&mut jobs, &mut queue);
            }
            crowd = jobs.len();
            let outcomes = self.settle(&jobs);
            for (job, outcome) in jobs.into_iter().zip(outcomes) {
                // A caller that has gone away needs no answer; its append stands all the same.
                let _ = job.answer.send(outcome);
            }
        }
    }

    /// One outcome per job, whatever it takes.
    fn settle(&mut self, jobs: &[Job]) -> Vec<Outcome> {
        let mut last = self.attempt(jobs);
        for _ in 0..COMMIT_RETRY_COUNT_MAX {
            // Run again: commands that were recorded after all answer by their ids.
            let Err(Failure::Commit(fault)) = &last else {
                break;
            };
            error!(error = %fault, "A commit to the ledger gave no clear answer, trying again");
            last = self.attempt(jobs);
        }
        match last {
            Ok(outcomes) => outcomes,
            Err(Failure::Statement(fault)) if jobs.len() > 1 => {
                let count = jobs.len();
                warn!(error = %fault, batch.append_count = count, "A batch failed, running each alone");
                let each = jobs.iter().map(slice::from_ref);
                each.flat_map(|job| self.settle(job)).collect()
            }
            Err(Failure::Begin(fault) | Failure::Statement(fault) | Failure::Commit(fault)) => {
                let fault = Arc::new(fault);
                let unavailable = || fault.of_append();
                jobs.iter().map(|_| Err(unavailable())).collect()
            }
        }
    }

    /// All jobs in one transaction; on a failure nothing has happened.
    fn attempt(&mut self, jobs: &[Job]) -> Result<Vec<Outcome>, Failure> {
        self.execute(sql::BEGIN).map_err(Failure::Begin)?;
        // Put back after the commit: whatever fails before leaves no memory behind.
        let mut memory = mem::take(&mut self.memory);
        let done = self.record(jobs, &mut memory).map_err(Failure::Statement);
        let done = done.and_then(|outcomes| {
            self.execute(sql::COMMIT).map_err(Failure::Commit)?;
            Ok(outcomes)
        });
        if done.is_ok() {
            self.memory = memory;
        } else if !self.connection.is_autocommit() {
            // SQLite undoes by itself after its worst failures, and then has nothing to undo.
            let undone = self.connection.execute_batch("ROLLBACK");
            undone.map_err(|fault| Failure::Begin(fault.into()))?;
        }
        done
    }

    /// The jobs one after the other, inside the transaction.
    fn record(&self, jobs: &[Job], memory: &mut Memory) -> Result<Vec<Outcome>, Fault> {
        memory.refresh(&self.connection)?;
        let mut batch = Batch {
            connection: &self.connection,
            clock: &*self.clock,
            memory,
        };
        let mut outcomes = Vec::with_capacity(jobs.len());
        for job in jobs {
            let done = match &job.work {
                Work::Append(append) => batch.append(append),
                Work::CreateLedger { ledger, source } => {
                    batch.create_ledger(ledger, source).map(|()| NOTHING)
                }
            };
            outcomes.push(match done {
                Ok(receipt) => Ok(receipt),
                Err(Stop::Refused(refusal)) => Err(refusal),
                Err(Stop::Failed(fault)) => return Err(fault),
            });
        }
        let moved = commands::move_on(&self.connection, memory.new_command_count)?;
        memory.new_command_count = moved;
        Ok(outcomes)
    }

    fn execute(&self, statement: &str) -> Result<(), Fault> {
        self.connection.prepare_cached(statement)?.execute([])?;
        Ok(())
    }
}

/// The receipt of work that records no event.
const NOTHING: Receipt = Receipt {
    events: Vec::new(),
    is_repeat: false,
};

fn take_what_waits(jobs: &mut Vec<Job>, queue: &mut mpsc::Receiver<Job>) {
    let mut bytes: usize = jobs.iter().map(|job| job.work.data_bytes()).sum();
    while jobs.len() < BATCH_APPEND_COUNT_MAX && bytes < BATCH_DATA_BYTES_MAX {
        let Ok(job) = queue.try_recv() else {
            break;
        };
        bytes += job.work.data_bytes();
        jobs.push(job);
    }
}
