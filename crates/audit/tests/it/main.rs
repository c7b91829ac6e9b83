//! Trees, tiles, proofs and signatures, against vectors of an independent program, against the
//! recursion of RFC 6962 and against crates that others wrote.
#![expect(clippy::unwrap_used, reason = "a test stops at its first surprise")]

mod growth;
mod outside;
mod proofs;
mod reference;
mod vectors;
