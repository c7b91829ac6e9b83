//! Stories of one case, told to everybody who may ask.

mod audits;
mod fakes;
mod script;
mod state;
mod stories;
