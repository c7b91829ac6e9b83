//! Stories of rows: given events, then these rows.

mod beside;
mod clear;
mod directory;
mod kit;
mod nominations;
mod papers;
mod prizes;
mod shares;
mod submission;
