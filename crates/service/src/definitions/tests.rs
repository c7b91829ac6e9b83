//! What the definitions promise.

mod calendar;
mod commands;
mod faults;
mod plan;
mod schemas;
mod shipped;
