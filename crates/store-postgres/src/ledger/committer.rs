//! Takes whatever waits and records it in one transaction.
//!
//! One flush to the disk pays for a whole batch. Nobody is answered before the commit; who has gone
//! away by then is not missed.

use std::{collections::HashSet, slice, sync::Arc};

use tokio::{
    sync::{mpsc, oneshot},
    task::yield_now,
    time::sleep,
};
use tracing::{debug, warn};

use super::{
    attempt::{Attempt, Failure, Standing},
    batch::Wanted,
    connection::Connection,
    directory::Directory,
};
use crate::{
    Database,
    fault::Fault,
    limits::{
        BATCH_APPEND_COUNT_MAX, BATCH_DATA_BYTES_MAX, CROWD_TURN_COUNT_MAX, QUEUE_APPEND_COUNT_MAX,
        RETRY_COUNT_MAX, RETRY_PAUSE,
    },
};
use khen_ambient::Clock;
use khen_eventlog::{Append, AppendError, EventId, Receipt};

/// The answer to an append.
pub(super) type Outcome = Result<Receipt, AppendError>;

struct Job {
    append: Append,
    answer: oneshot::Sender<Outcome>,
}

impl Job {
    fn data_bytes(&self) -> usize {
        let events = self.append.events().iter();
        events.map(|event| event.data.len()).sum()
    }
}

/// The way to a committer. Once it is dropped, the committer finishes what waits and ends.
pub(super) struct Committer(mpsc::Sender<Job>);

impl Committer {
    pub(super) fn start(
        database: Database,
        directory: Arc<Directory>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        let (queue, jobs) = mpsc::channel(QUEUE_APPEND_COUNT_MAX);
        let writer = Writer {
            database,
            directory,
            clock,
            line: None,
            unsure: HashSet::new(),
        };
        tokio::spawn(writer.run(jobs));
        Self(queue)
    }

    /// Hands the append over and waits for its answer. Once handed over it cannot be withdrawn.
    pub(super) async fn carry_out(&self, append: Append) -> Outcome {
        let (answer, wait) = oneshot::channel();
        self.0
            .send(Job { append, answer })
            .await
            .map_err(|_| Fault::Stopped)?;
        wait.await.map_err(|_| Fault::Stopped)?
    }
}

/// A connection and what is known as long as it lives: the next may lead to another server, and a
/// standby that took over may lack what was recorded last.
struct Line {
    connection: Connection,
    standing: Standing,
}

struct Writer {
    database: Database,
    directory: Arc<Directory>,
    clock: Arc<dyn Clock>,
    line: Option<Line>,
    /// First events of a commit whose answer was lost: found recorded, they are no repeats.
    unsure: HashSet<EventId>,
}

impl Writer {
    async fn run(mut self, mut queue: mpsc::Receiver<Job>) {
        let (mut crowd, mut jobs) = (0, Vec::new());
        loop {
            if !self.holds_locks() {
                let Some(first) = queue.recv().await else {
                    break;
                };
                jobs.push(first);
            }
            take_what_waits(&mut jobs, &mut queue);
            for _ in 0..CROWD_TURN_COUNT_MAX {
                if jobs.len() >= crowd {
                    break;
                }
                // Those who were answered just now come again in a moment; one flush then pays for
                // them too. A lone writer never waits here.
                yield_now().await;
                take_what_waits(&mut jobs, &mut queue);
            }
            crowd = jobs.len();
            if jobs.is_empty() {
                self.let_go().await;
                continue;
            }
            let appends: Vec<&Append> = jobs.iter().map(|job| &job.append).collect();
            let outcomes = self.place_and_settle(&appends).await;
            for (job, outcome) in jobs.drain(..).zip(outcomes) {
                // A caller that has gone away needs no answer; its append stands all the same.
                let _ = job.answer.send(outcome);
            }
        }
    }

    /// Whether the last commit began a transaction for the next batch.
    fn holds_locks(&self) -> bool {
        let line = self.line.as_ref();
        line.is_some_and(|line| line.standing.turn.is_some())
    }

    /// Lets others have the locks that are held, if any.
    async fn let_go(&mut self) {
        let held = self.line.take_if(|line| line.standing.turn.is_some());
        let Some(mut line) = held else {
            return;
        };
        line.standing.turn = None;
        match line.connection.let_go().await {
            Ok(()) => self.line = Some(line),
            Err(fault) => {
                debug!(error = %chain(&fault), "A connection broke while its locks were held");
            }
        }
    }

    /// One outcome per append; those of ledgers that do not exist never reach a transaction.
    async fn place_and_settle(&mut self, appends: &[&Append]) -> Vec<Outcome> {
        let mut places = Vec::with_capacity(appends.len());
        for append in appends {
            places.push(self.place(append).await);
        }
        let placed: Vec<Wanted<'_>> = places.iter().flatten().copied().collect();
        let mut settled = self.settle(&placed).await.into_iter();
        let outcome = |place: Result<Wanted<'_>, AppendError>| {
            place.and_then(|_| settled.next().expect("a placed append has an outcome"))
        };
        places.into_iter().map(outcome).collect()
    }

    /// The number of an append's ledger is looked up here, once it has entered.
    async fn place<'a>(&mut self, append: &'a Append) -> Result<Wanted<'a>, AppendError> {
        let ledger = append.ledger();
        let mut found = self.directory.known(ledger);
        if found.is_none() {
            // Nobody is kept waiting at a lock meanwhile.
            self.let_go().await;
            found = self.directory.find(ledger).await?;
        }
        let found = found.ok_or_else(|| AppendError::NoLedger {
            ledger: ledger.clone(),
        })?;
        Ok(Wanted {
            ledger: found.ledger_no,
            append,
        })
    }

    /// One outcome per append, whatever it takes.
    async fn settle(&mut self, wanted: &[Wanted<'_>]) -> Vec<Outcome> {
        if wanted.is_empty() {
            self.let_go().await;
            return Vec::new();
        }
        let outcomes = match self.patiently(wanted).await {
            Ok(outcomes) => outcomes,
            Err(Failure::Statement(fault)) if wanted.len() > 1 => {
                let count = wanted.len();
                warn!(error = %chain(&fault), batch.append_count = count, "A batch failed, running each alone");
                let mut outcomes = Vec::with_capacity(count);
                for one in wanted {
                    let done = self.patiently(slice::from_ref(one)).await;
                    outcomes.extend(done.unwrap_or_else(|failure| unavailable(failure, 1)));
                }
                outcomes
            }
            Err(failure) => unavailable(failure, wanted.len()),
        };
        self.unsure.clear();
        outcomes
    }

    /// All of them in one transaction, run again where the connection was at fault: commands that were
    /// recorded after all answer by their ids.
    async fn patiently(&mut self, wanted: &[Wanted<'_>]) -> Result<Vec<Outcome>, Failure> {
        let mut pause = RETRY_PAUSE;
        for _ in 0..RETRY_COUNT_MAX {
            match self.attempt(wanted).await {
                Err(Failure::Connection(fault)) => {
                    debug!(error = %chain(&fault), "A transaction of the ledger broke off, trying again");
                }
                other => return other,
            }
            sleep(pause).await;
            pause *= 2;
        }
        self.attempt(wanted).await
    }

    async fn connected(&self) -> Result<Line, Fault> {
        Ok(Line {
            connection: Connection::open(&self.database).await?,
            standing: Standing::default(),
        })
    }

    /// All of them in one transaction; after a failure of a statement nothing has happened.
    async fn attempt(&mut self, wanted: &[Wanted<'_>]) -> Result<Vec<Outcome>, Failure> {
        let Line {
            connection,
            standing,
        } = match self.line.take() {
            Some(line) if !line.connection.is_closed() => line,
            Some(_) | None => self.connected().await.map_err(Failure::Connection)?,
        };
        let mut attempt = Attempt {
            connection: &connection,
            clock: &*self.clock,
            unsure: &mut self.unsure,
        };
        // Put back after the commit: whatever fails before leaves no memory behind.
        match attempt.run(wanted, standing).await {
            Ok((outcomes, standing)) => {
                self.line = Some(Line {
                    connection,
                    standing,
                });
                Ok(outcomes)
            }
            Err(failure @ Failure::Connection(_)) => Err(failure),
            Err(failure @ (Failure::Locked(_) | Failure::Statement(_))) => {
                // A connection that cannot even undo is not used again.
                if connection.roll_back().await.is_ok() {
                    self.line = Some(Line {
                        connection,
                        standing: Standing::default(),
                    });
                }
                Err(failure)
            }
        }
    }
}

fn unavailable(failure: Failure, count: usize) -> Vec<Outcome> {
    let fault = Arc::new(failure.into_fault());
    warn!(error = %chain(&*fault), "The ledger could not be written");
    let one = || fault.of_append();
    (0..count).map(|_| Err(one())).collect()
}

fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    let words: Vec<String> = causes.map(ToString::to_string).collect();
    words.join(": ")
}

fn take_what_waits(jobs: &mut Vec<Job>, queue: &mut mpsc::Receiver<Job>) {
    let mut bytes: usize = jobs.iter().map(Job::data_bytes).sum();
    while jobs.len() < BATCH_APPEND_COUNT_MAX && bytes < BATCH_DATA_BYTES_MAX {
        let Ok(job) = queue.try_recv() else {
            break;
        };
        bytes += job.data_bytes();
        jobs.push(job);
    }
}
