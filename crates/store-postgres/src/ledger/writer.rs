//! Brings a batch into the ledger, whatever it takes.

use std::{collections::HashSet, slice, sync::Arc};

use tokio::time::sleep;
use tracing::{debug, warn};

use super::{
    attempt::{Attempt, Failure, Standing},
    batch::Wanted,
    committer::Outcome,
    connection::Connection,
    directory::Directory,
};
use crate::{
    Database,
    fault::Fault,
    limits::{RETRY_COUNT_MAX, RETRY_PAUSE},
};
use khen_ambient::Clock;
use khen_eventlog::{Append, AppendError, EventId};

/// A connection, and what is known as long as it lives: the next may lead to another server, and a
/// standby that took over may lack what was recorded last.
struct Line {
    connection: Connection,
    standing: Standing,
}

impl Line {
    async fn open(database: &Database) -> Result<Self, Fault> {
        Ok(Self {
            connection: Connection::open(database).await?,
            standing: Standing::default(),
        })
    }

    fn holds_locks(&self) -> bool {
        self.standing.turn.is_some()
    }

    /// Lets others have the locks that are held, if any.
    async fn let_go(&mut self) -> Result<(), Fault> {
        match self.standing.turn.take() {
            Some(_) => self.connection.let_go().await,
            None => Ok(()),
        }
    }
}

pub(super) struct Writer {
    database: Database,
    directory: Arc<Directory>,
    clock: Arc<dyn Clock>,
    line: Option<Line>,
    /// First events of a commit whose answer was lost: found recorded, they are no repeats.
    unsure: HashSet<EventId>,
}

impl Writer {
    pub(super) fn new(
        database: Database,
        directory: Arc<Directory>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self {
            database,
            directory,
            clock,
            line: None,
            unsure: HashSet::new(),
        }
    }

    /// Whether the last commit began a transaction for the next batch.
    pub(super) fn holds_locks(&self) -> bool {
        self.line.as_ref().is_some_and(Line::holds_locks)
    }

    /// Lets others have the locks that are held, if any.
    pub(super) async fn let_go(&mut self) {
        let Some(mut line) = self.line.take() else {
            return;
        };
        match line.let_go().await {
            Ok(()) => self.line = Some(line),
            Err(fault) => {
                debug!(error = %chain(&fault), "A connection broke while its locks were held");
            }
        }
    }

    /// One outcome per append, whatever it takes.
    pub(super) async fn settle(&mut self, appends: &[&Append]) -> Vec<Outcome> {
        let outcomes = match self.patiently(appends).await {
            Ok(outcomes) => outcomes,
            Err(Failure::Statement(fault)) if appends.len() > 1 => {
                let count = appends.len();
                warn!(error = %chain(&fault), batch.append_count = count, "A batch failed, running each alone");
                let mut outcomes = Vec::with_capacity(count);
                for one in appends {
                    let done = self.patiently(slice::from_ref(one)).await;
                    outcomes.extend(done.unwrap_or_else(|failure| unavailable(failure, 1)));
                }
                outcomes
            }
            Err(failure) => unavailable(failure, appends.len()),
        };
        self.unsure.clear();
        outcomes
    }

    /// All of them in one transaction, run again where the connection was at fault: commands that were
    /// recorded after all answer by their ids.
    async fn patiently(&mut self, appends: &[&Append]) -> Result<Vec<Outcome>, Failure> {
        let mut pause = RETRY_PAUSE;
        for _ in 0..RETRY_COUNT_MAX {
            match self.attempt(appends).await {
                Err(Failure::Connection(fault)) => {
                    debug!(error = %chain(&fault), "A transaction of the ledger broke off, trying again");
                }
                other => return other,
            }
            sleep(pause).await;
            pause *= 2;
        }
        self.attempt(appends).await
    }

    /// All of them in one transaction; after a failure of a statement nothing has happened. Appends to
    /// ledgers that do not exist never reach it.
    async fn attempt(&mut self, appends: &[&Append]) -> Result<Vec<Outcome>, Failure> {
        // The connection first: the numbers of ledgers are those of the server that it leads to.
        let mut line = match self.line.take() {
            Some(line) if !line.connection.is_closed() => line,
            Some(_) | None => Line::open(&self.database)
                .await
                .map_err(Failure::Connection)?,
        };
        let mut places = Vec::with_capacity(appends.len());
        for append in appends {
            places.push(self.place(append, &mut line).await?);
        }
        let wanted: Vec<Wanted<'_>> = places.iter().flatten().copied().collect();
        let mut settled = self.record(&wanted, line).await?.into_iter();
        let outcome = |place: Result<Wanted<'_>, AppendError>| {
            place.and_then(|_| settled.next().expect("a placed append has an outcome"))
        };
        Ok(places.into_iter().map(outcome).collect())
    }

    /// The number of an append's ledger.
    async fn place<'a>(
        &self,
        append: &'a Append,
        line: &mut Line,
    ) -> Result<Result<Wanted<'a>, AppendError>, Fault> {
        let ledger = append.ledger();
        let mut found = self.directory.known(ledger);
        if found.is_none() {
            // Nobody is kept waiting at a lock meanwhile.
            line.let_go().await?;
            found = match self.directory.find(ledger).await {
                Ok(found) => found,
                Err(fault) => return Ok(Err(fault.into())),
            };
        }
        let wanted = found.map(|found| Wanted {
            ledger: found.ledger_no,
            append,
        });
        Ok(wanted.ok_or_else(|| AppendError::NoLedger {
            ledger: ledger.clone(),
        }))
    }

    /// Records what is placed. The line is kept after the commit: whatever fails before leaves no memory
    /// behind.
    async fn record(
        &mut self,
        wanted: &[Wanted<'_>],
        mut line: Line,
    ) -> Result<Vec<Outcome>, Failure> {
        let turn = line.standing.turn.as_ref();
        if wanted.is_empty() || turn.is_some_and(|turn| !turn.covers(wanted)) {
            line.let_go().await?;
        }
        if wanted.is_empty() {
            self.line = Some(line);
            return Ok(Vec::new());
        }
        let Line {
            connection,
            standing,
        } = line;
        let mut attempt = Attempt {
            connection: &connection,
            clock: &*self.clock,
            unsure: &mut self.unsure,
        };
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
