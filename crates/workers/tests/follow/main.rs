//! Following, rebuilding and waiting over the SQLite stores.

mod arriving;
mod away;
mod counting;
mod desk;
mod fanning;
mod following;
mod guarding;
mod history;
mod house;
mod idling;
mod leasing;
mod names;
mod reacting;
mod rebuilding;
mod sealing;
mod stopping;
mod ticking;
mod witnessing;
mod zombie;
