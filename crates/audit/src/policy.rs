//! Whom an auditor believes.
//!
//! Source: `c2sp.org/tlog-policy`. Names are taken as UTF-8, in which the standard recommends them;
//! a file in another encoding is not read. Keys are Ed25519: a file that names another kind, such
//! as ML-DSA-44, is refused rather than read without it, since the quorum would mean something else.

pub(crate) mod check;
pub(crate) mod parse;
pub(crate) mod parties;
