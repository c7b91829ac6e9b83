//! Checks a bundle, a proof or a whole mirror offline.
//!
//! [`check_bundle`] holds an evidence bundle against its manifest, its proofs and a policy,
//! [`check_proof`] one event against one proof, [`check_segment`] a piece of history against its manifest,
//! [`check_mirror`] a folder of tiles, segments and events against the checkpoint in it,
//! [`check_checkpoints`] what several people were shown against each other. Each gives a [`Report`]:
//! what was checked, every [`Problem`] with its place, and a
//! [`Verdict`] with the exit code of `khen-verify`.
//!
//! # Promises
//!
//! - Nothing here knows a network, a clock or a secret.
//! - What is read is bounded before it is read ([`limits`]): an archive cannot grow beyond what it says,
//!   and no path leaves its folder.
//! - Every problem is told, not the first alone.
//! - What is changed in a file is told with the file, and with its line where that can be known; the
//!   README of this room names the few files and bytes that prove nothing, and why.

mod bundle;
mod checkpoints;
mod files;
pub mod limits;
mod mirror;
mod problem;
mod proof;
mod report;
mod segment;
mod words;

pub use bundle::check_bundle;
pub use checkpoints::check_checkpoints;
pub use files::{Files, OpenError};
pub use mirror::check_mirror;
pub use problem::{Problem, Verdict, What};
pub use proof::{Entry, check_proof};
pub use report::{Count, Counted, Keys, Report};
pub use segment::check_segment;
pub use words::Said;
