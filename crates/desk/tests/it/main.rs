//! The desk over a real ledger.
#![expect(clippy::unwrap_used, reason = "a test stops at its first surprise")]

mod idempotency;
mod office;
mod races;
mod sealing;
