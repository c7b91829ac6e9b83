//! What a clause needs beyond ports: a database that several stores share, and one that fails.

use std::future::Future;

use khen_eventlog::{EventFeed, EventStore};

/// An empty database of an adapter, as its tests keep it.
///
/// ```text
/// khen_contract::racing_contract!(fresh_house());
/// ```
pub trait House {
    /// The adapter.
    type Store: EventStore + EventFeed;

    /// One more store on the database, which shares nothing else with the others: to them it is
    /// another process.
    fn another(&self) -> impl Future<Output = Self::Store>;

    /// From now on the database fails at every event whose correlation ends in 5.
    fn make_fives_fail(&self) -> impl Future<Output = ()>;
}
