//! The way out of the house: streams that others subscribe to.

pub(crate) mod herald;
mod look;
pub(crate) mod sink;
pub(crate) mod subscribed;
