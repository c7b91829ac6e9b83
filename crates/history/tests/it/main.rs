//! Stories of one case, told to everybody who may ask.

mod audits;
mod decisions;
mod evidence;
mod fakes;
mod logs;
mod peers;
mod script;
mod snapshots;
mod state;
mod stories;
mod traces;
