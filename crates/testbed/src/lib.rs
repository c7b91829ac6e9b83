//! Starts real services for tests.
//!
//! [`Postgres`] is a private server on a free port of this machine, with a folder of its own; it
//! goes when the value goes, and when the process that made it dies. [`NatsServer`] is the same for
//! NATS. [`TcpProxy`] stands between a client and a service and cuts, freezes or slows the line.
//! [`page_shown`] is what a page shows in a browser that reaches nothing.
//! Nothing here is part of the product: tests and benchmarks lean on it, nobody else.
//!
//! # Promises
//!
//! - Nothing is installed and nothing outside a temporary folder is touched.
//! - A service that could be started answers before its constructor returns.
//! - Without the programs it says which package brings them.

#![expect(
    clippy::missing_panics_doc,
    reason = "a test that cannot have its service panics and says why"
)]

mod browser;
mod line;
mod nats;
mod postgres;
mod process;
mod proxy;

pub use browser::page_shown;
pub use nats::NatsServer;
pub use postgres::Postgres;
pub use process::Process;
pub use proxy::{Direction, TcpProxy};
