//! Keeps the house tidy.
//!
//! `cargo xtask tidy` reads the repository once into a [`Workspace`] and asks every rule of
//! [`tidy::RULES`] about it. The same rules run as tests of this room, so that no change lands
//! without them.
//!
//! # Promises
//!
//! - A rule is a pure function of the [`Workspace`]; each has a test that shows it can fail.
//! - A message says what is wrong, why the rule exists and what to do.
//! - An exception stands in `allow.toml` with its reason; one that is no longer needed fails.
//!
//! # See also
//!
//! `crates/README.md` for the floor plan that these rules keep true.

mod allow;
mod rust_file;
pub mod tidy;
pub mod trace;
mod workspace;

pub use allow::{Allowance, Allowances};
pub use rust_file::{Literal, RustFile};
pub use workspace::{Dependency, Room, TextFile, Workspace};
