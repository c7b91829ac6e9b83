//! Speaks JSON with programs.
