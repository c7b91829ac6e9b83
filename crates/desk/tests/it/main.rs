//! The desk over a real ledger.
#![expect(clippy::unwrap_used, reason = "a test stops at its first surprise")]

mod idempotency;
mod last_place;
mod last_slot;
mod office;
mod races;
mod sealing;
mod signed_letters;
mod signer;
mod told;
