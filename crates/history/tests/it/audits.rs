//! What the canned audits find, and what they leave alone.

pub(crate) mod kit;
mod numbers;
mod papers;
mod people;
pub(crate) mod season;
mod times;
mod units;
mod votes;
