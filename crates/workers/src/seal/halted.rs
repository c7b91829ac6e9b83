//! What is told of a log that must not be signed.

use metrics::{counter, gauge};
use tracing::error;

use crate::{Status, Stop, names};
use khen_audit::Halt;
use khen_eventlog::{LedgerId, Position};

/// Stops the sink of a log whose tree did not grow from what was signed, where everybody sees it.
pub(crate) fn tell(status: &Status, ledger: &LedgerId, size: Position, halt: &Halt) {
    let kind = kind_of(halt);
    let reason = format!("{halt}: nothing is signed any more; see the runbook, integrity halt");
    error!(
        integrity.kind = kind,
        reason, "Stopped signing the log of {ledger}"
    );
    count(kind);
    let labels = [("sink", "seal".to_owned()), ("ledger", ledger.to_string())];
    gauge!(names::SINK_STOPPED, &labels).set(1);
    status.report(ledger, |known| {
        known.stopped = Some(Stop {
            position: size,
            reason,
        });
    });
}

/// Counts a log that is not what was signed for, or not what its ledger is.
pub(crate) fn count(kind: &'static str) {
    counter!(names::INTEGRITY_VIOLATIONS, "kind" => kind).increment(1);
}

fn kind_of(halt: &Halt) -> &'static str {
    match halt {
        Halt::RolledBack { .. } => "rolled_back",
        Halt::Forked { .. } => "forked",
        Halt::TilesDisagree(_) => "tiles_disagree",
    }
}
