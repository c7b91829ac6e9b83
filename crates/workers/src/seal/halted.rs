//! Halts a ledger whose log does not go on from what was signed.

use std::sync::Arc;

use metrics::{counter, gauge};
use tokio::sync::Mutex;
use tracing::{error, warn};

use crate::{Status, Stop, names, sink::chain};
use khen_ambient::Clock;
use khen_audit::Halt;
use khen_eventlog::{HaltBook, HaltRecord, Halts, LedgerId, OfficeError, Position};

/// Where halts are told: to everybody in this process at once, and to other processes by the book.
#[derive(Clone)]
pub struct Halting {
    halts: Halts,
    book: Arc<dyn HaltBook>,
    clock: Arc<dyn Clock>,
    /// What could not be written down yet.
    unwritten: Arc<Mutex<Vec<HaltRecord>>>,
}

/// Something that was noticed of a ledger.
pub(crate) struct Noticed<'a> {
    pub(crate) ledger: &'a LedgerId,
    /// How many events were signed for, or known to a witness.
    pub(crate) witnessed: u64,
    /// The word for it in measures.
    pub(crate) kind: &'static str,
    pub(crate) reason: String,
}

impl Halting {
    /// Tells `halts` in this process, and other processes by `book`; `clock` says since when.
    #[must_use]
    pub fn new(halts: Halts, book: Arc<dyn HaltBook>, clock: Arc<dyn Clock>) -> Self {
        Self {
            halts,
            book,
            clock,
            unwritten: Arc::default(),
        }
    }

    /// Writes down what could not be written before, and learns what stands in the book: halts of other
    /// processes, and that some were lifted.
    pub(crate) async fn read_book(&self) -> Result<(), OfficeError> {
        let mut unwritten = self.unwritten.lock().await;
        while let Some(halt) = unwritten.last() {
            self.book.keep_halt(halt).await?;
            unwritten.pop();
        }
        let halts = self.book.halts().await?;
        gauge!(names::LEDGERS_HALTED).set(u32::try_from(halts.len()).unwrap_or(u32::MAX));
        self.halts.replace(halts);
        self.halts.set_read_only(self.book.read_only().await?);
        Ok(())
    }

    /// Halts a ledger. From here on this process records nothing in it; the others follow as soon as they
    /// have looked into the book.
    pub(crate) async fn halt(&self, noticed: Noticed<'_>) {
        let Noticed {
            ledger,
            witnessed,
            kind,
            reason,
        } = noticed;
        let halt = HaltRecord {
            ledger: ledger.clone(),
            witnessed: Position(witnessed),
            reason,
            since: self.clock.now(),
        };
        // Held throughout, so that a look into the book does not forget it in between.
        let mut unwritten = self.unwritten.lock().await;
        count(kind);
        if self.halts.put(halt.clone()) {
            error!(
                integrity.kind = kind,
                reason = halt.reason,
                "Halted the ledger {ledger}"
            );
        }
        if let Err(failure) = self.book.keep_halt(&halt).await {
            warn!(reason = chain(&failure), "Could not write down a halt");
            unwritten.push(halt);
        }
    }
}

/// Stops the sink of a log whose tree did not grow from what was signed, where everybody sees it, and
/// halts its ledger.
pub(crate) async fn tell(
    (status, halting): (&Status, &Halting),
    ledger: &LedgerId,
    (size, witnessed): (Position, u64),
    halt: &Halt,
) {
    let reason = format!("{halt}: nothing is signed any more; see the runbook, integrity halt");
    let labels = [("sink", "seal".to_owned()), ("ledger", ledger.to_string())];
    gauge!(names::SINK_STOPPED, &labels).set(1);
    status.report(ledger, |known| {
        known.stopped = Some(Stop {
            position: size,
            reason,
        });
    });
    let noticed = Noticed {
        ledger,
        witnessed,
        kind: kind_of(halt),
        reason: halt.to_string(),
    };
    halting.halt(noticed).await;
}

/// Counts a log that is not what its ledger is.
pub(crate) fn count(kind: &'static str) {
    counter!(names::INTEGRITY_VIOLATIONS, "kind" => kind).increment(1);
}

/// How many entries were signed for, as far as the halt tells; `known` where it does not.
pub(crate) fn witnessed_of(halt: &Halt, known: u64) -> u64 {
    match halt {
        Halt::RolledBack { witnessed, .. } => *witnessed,
        Halt::Forked { size } => *size,
        Halt::TilesDisagree(_) => known,
    }
}

pub(crate) fn kind_of(halt: &Halt) -> &'static str {
    match halt {
        Halt::RolledBack { .. } => "rolled_back",
        Halt::Forked { .. } => "forked",
        Halt::TilesDisagree(_) => "tiles_disagree",
    }
}
