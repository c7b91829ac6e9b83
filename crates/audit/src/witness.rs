//! The protocol between a log and a witness, without the HTTP around it.
//!
//! Source: `c2sp.org/tlog-witness@v1.0.0`, `add-checkpoint`.

pub(crate) mod answer;
pub(crate) mod decide;
pub(crate) mod refusal;
pub(crate) mod request;
