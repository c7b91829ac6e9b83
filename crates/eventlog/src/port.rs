//! Ports: what a ledger needs from the outside world, in the words of its users.

pub(crate) mod access;
pub(crate) mod acks;
pub(crate) mod bell;
pub(crate) mod blobs;
pub(crate) mod clients;
pub(crate) mod credentials;
pub(crate) mod cursors;
pub(crate) mod fan_out;
pub(crate) mod feed;
pub(crate) mod files;
pub(crate) mod halts;
pub(crate) mod keys;
pub(crate) mod leases;
pub(crate) mod office;
pub(crate) mod restore;
pub(crate) mod signed;
pub(crate) mod stops;
pub(crate) mod store;
pub(crate) mod tiles;
