//! What the definitions promise.

mod commands;
mod faults;
mod plan;
mod schemas;
mod shipped;
