//! Keeps files in a folder.
//!
//! A blob `abcd…` lies at `ab/cd/abcd…`, so that no folder grows too large. It is written to
//! `incoming/` first, flushed, and only then linked to its place; a link never replaces what is
//! there. Bytes come encrypted; this room does not look at them.
//!
//! [`FolderStates`] keeps what a signer remembers of each log, one small file each that is replaced as a
//! whole, by whoever has seen what stood in it.
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
//! `incoming/` stay, which costs space only, and states cannot be kept. A blob is held in memory whole.
//!
//! # See also
//!
//! `tests/contract.rs`: the contract's chapters on blobs and on signed states; `tests/interrupted.rs`.

mod folder;
mod incoming;
mod states;
mod store;

pub use states::FolderStates;
pub use store::FolderBlobs;
