//! Trees, tiles, proofs and signatures, against vectors of an independent program, against the
//! recursion of RFC 6962 and against crates that others wrote.
#![expect(clippy::unwrap_used, reason = "a test stops at its first surprise")]

mod checkpoints;
mod fuzz;
mod growth;
mod halts;
mod keys;
mod manifests;
mod notes;
mod outside;
mod people;
mod policies;
mod proof_files;
mod proofs;
mod reference;
mod strange;
mod vectors;
mod witnesses;
