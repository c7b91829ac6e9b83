//! What leaves the building: the feed of a ledger, for auditors and for the system of Sở Nội vụ.

pub(crate) mod asyncapi;
pub(crate) mod blob;
mod client;
pub(crate) mod consumers;
pub(crate) mod event;
pub(crate) mod events;
pub(crate) mod keys;
pub(crate) mod ledgers;
mod links;
mod news;
pub(crate) mod proof;
mod ranged;
pub(crate) mod registers;
pub(crate) mod reports;
pub(crate) mod schema;
mod seal;
pub(crate) mod segments;
mod sending;
pub(crate) mod service;
mod waits;

use std::time::Duration;

use khen_export::limits::WAIT_SECONDS_MAX;

use crate::operation::Parameter;

/// The longest time that a request may ask to wait.
pub(crate) const WAIT_TIME_MAX: Duration = Duration::from_secs(WAIT_SECONDS_MAX);

/// The part of the path that names the ledger.
const LEDGER: Parameter = Parameter {
    name: "ledger",
    is_required: true,
    description: "The slug of the ledger; a token reads the one that it was issued for.",
    pattern: None,
};
