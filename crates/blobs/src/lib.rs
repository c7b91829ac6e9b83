//! Keeps files in a folder.
//!
//! A blob `abcd…` lies at `ab/cd/abcd…`, so that no folder grows too large. It is written to
//! `incoming/` first, flushed, and only then linked to its place; a link never replaces what is
//! there. Bytes come encrypted; this room does not look at them.
//!
//! # Promises
//!
//! - A blob is there whole or not at all, whenever the process or the machine stops.
//! - Once `put` answers, the bytes and every folder entry that leads to them are flushed.
//! - A blob is never overwritten, not even by two writers at once, in one process or several.
//! - What a stopped process left in `incoming/` is removed by the first process that opens the
//!   folder when no other has it open.
//! - Folders and files are for their user alone (modes 0700 and 0600).
//!
//! # Limits
//!
//! The file system must know hard links and advisory locks; without locks, leftovers in
//! `incoming/` stay, which costs space only. A blob is held in memory whole.
//!
//! # See also
//!
//! `tests/contract.rs`: the contract's chapter on blobs; `tests/interrupted.rs`.

mod folder;
mod incoming;
mod store;

pub use store::FolderBlobs;
