//! A Postgres of its own, and what is measured on it.

mod bare;
mod carry;
mod flush;
mod many;
mod processes;
mod rebuild;
mod replay;
mod rows;
mod server;

pub use bare::BarePostgres;
pub use flush::flush_time;
pub use many::{MANY_LEDGER_COUNT, Many};
pub use processes::{Member, race};
pub use rebuild::PlayedPostgres;
pub use replay::{Bytes, feed_folded, plain_data, plain_events};
pub use server::{Server, Snapshot, ledgers};
