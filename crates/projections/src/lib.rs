//! Explains events as rows.
