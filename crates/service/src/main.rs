//! Runs the rooms as one program.

mod definitions;

fn main() {}
