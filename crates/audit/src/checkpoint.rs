//! What a log says its tree is.
//!
//! Source: `c2sp.org/tlog-checkpoint@v1.0.0`.

pub(crate) mod origin;
pub(crate) mod signed;
pub(crate) mod text;
