//! Every vector of `tests/vectors/tlog.json`, which an independent program of a few lines made
//! (`tests/vectors/tlog.py`).

mod events;
pub(crate) mod shape;
mod signed;
mod tree;
