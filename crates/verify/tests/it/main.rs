//! Evidence is checked by `khen-verify`, by the page and by the Python program in a bundle, all alike.
#![expect(clippy::unwrap_used, reason = "a test stops at its first surprise")]

#[path = "../../../export/tests/it/case.rs"]
mod case;

mod bundles;
mod changes;
mod checkpoints;
mod folders;
mod mirrors;
mod page;
mod program;
mod proofs;
mod python;
mod segments;
mod words;
