//! What a cluster survives: two web processes and two workers over Postgres and NATS, clients that
//! never stop sending commands, and faults at moments that nobody chose. See `README.md`.
#![expect(clippy::unwrap_used, reason = "a test stops at its first surprise")]

mod book;
mod checks;
mod clock;
mod cluster;
mod disk;
mod failover;
mod kills;
mod load;
mod network;
mod people;
mod running;
#[path = "../seed.rs"]
mod seed;
mod stopped;
mod streams;
mod takeover;
mod truth;
