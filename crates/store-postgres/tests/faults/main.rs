//! What hurts a cluster: writers that stall, lines that break, a server that dies.

mod asleep;
mod book;
#[path = "../common/database.rs"]
mod database;
mod drops;
mod failover;
mod frozen;
mod killed;
mod line;
mod lost;
mod read_only;
mod snapshot;
mod stalls;
#[path = "../common/stores.rs"]
mod stores;
mod turns;
