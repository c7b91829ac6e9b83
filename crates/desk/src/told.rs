//! What log, trace and measures are told of a command.

use sha2::{Digest as _, Sha256};
use tracing::{Span, info};

use crate::{DeskError, Done};
use khen_eventlog::LedgerId;

/// Bytes of a hash that name an actor: enough to tell the people of a country apart.
const ACTOR_HASH_BYTES: usize = 8;

/// What stands for an actor in the log, in 16 hexadecimal digits: the same for every act under one
/// assignment, and no name. Assignments are random, so whoever does not know one cannot guess it.
#[must_use]
pub fn actor_hash(ledger: &LedgerId, assignment: &str) -> String {
    let mut hash = Sha256::new();
    // No ledger's name holds a slash.
    for part in [ledger.as_str(), "/", assignment] {
        hash.update(part.as_bytes());
    }
    hex::encode(&hash.finalize()[..ACTOR_HASH_BYTES])
}

/// Tells how a command ended, on its span and in one line.
pub(crate) fn tell(answer: &Result<Done, DeskError>, seconds: f64) {
    let span = Span::current();
    let outcome = outcome(answer);
    span.record("command.outcome", outcome);
    if let Ok(done) = answer
        && let (Some(first), Some(last)) = (done.events.first(), done.events.last())
    {
        // Signed, because OpenTelemetry knows no other whole numbers.
        span.record("event.first_position", first.position.0.cast_signed());
        span.record("event.position", last.position.0.cast_signed());
    }
    let refusal = match answer {
        Err(DeskError::Refused(refusal)) => refusal.code(),
        Ok(_) | Err(_) => "",
    };
    info!(refusal, seconds, "Carried out a command");
}

fn outcome(answer: &Result<Done, DeskError>) -> &'static str {
    match answer {
        Ok(done) if done.is_repeat => "repeated",
        Ok(done) if done.events.is_empty() => "fulfilled",
        Ok(_) => "recorded",
        Err(DeskError::Refused(_)) => "refused",
        Err(DeskError::Stale { .. }) => "stale",
        Err(DeskError::Conflict { .. }) => "conflict",
        Err(DeskError::KeyReused) => "key_reused",
        Err(DeskError::Halted(_)) => "halted",
        Err(DeskError::ReadOnly(_)) => "read_only",
        Err(DeskError::Unavailable(_)) => "unavailable",
        Err(
            DeskError::Key { .. }
            | DeskError::Malformed { .. }
            | DeskError::NoAssignment { .. }
            | DeskError::NoPerson { .. }
            | DeskError::NoDocument { .. }
            | DeskError::NoLedger { .. }
            | DeskError::Erased,
        ) => "malformed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_actor_is_known_again_within_a_ledger_only() {
        let [one, other] = ["hon-quan", "tan-khai"].map(|id| LedgerId::parse(id).unwrap());
        assert_eq!(actor_hash(&one, "a-1"), actor_hash(&one, "a-1"));
        assert_ne!(actor_hash(&one, "a-1"), actor_hash(&other, "a-1"));
        assert_ne!(actor_hash(&one, "a-1"), actor_hash(&one, "a-2"));
        assert_eq!(actor_hash(&one, "a-1").len(), 2 * ACTOR_HASH_BYTES);
    }
}
