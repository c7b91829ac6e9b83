//! Following, rebuilding and waiting over the SQLite stores.

mod arriving;
mod following;
mod history;
mod house;
mod names;
mod rebuilding;
