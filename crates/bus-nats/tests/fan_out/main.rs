//! Streams on real servers: dense ones, wiped ones, restored ones and those of others.

mod accounts;
mod dense;
mod house;
mod lost;
mod messages;
mod unfit;
