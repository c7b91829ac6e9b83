//! What hurts a cluster: writers that stall, lines that break, a server that dies.

mod book;
#[path = "../common/mod.rs"]
mod common;
mod drops;
mod frozen;
mod killed;
mod line;
mod lost;
mod snapshot;
mod stalls;
