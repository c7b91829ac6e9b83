//! Signed notes: a text, a blank line, and a line for each signature.
//!
//! Source: `c2sp.org/signed-note@v1.0.0`.

pub(crate) mod key;
pub(crate) mod line;
pub(crate) mod name;
pub(crate) mod signed;
pub(crate) mod signing;
pub(crate) mod verifying;
