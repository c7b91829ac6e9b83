//! Histories of concurrent commands, as clients of several processes saw them: each must be one that a
//! single thing could have given, asked by one client after the other.

#[path = "../common/database.rs"]
mod database;
mod history;
mod quota;
#[path = "../common/stores.rs"]
mod stores;
mod stream;
