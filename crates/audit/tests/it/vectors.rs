//! Every vector of `tests/vectors/tlog.json`, which an independent program of a few lines made
//! (`tests/vectors/tlog.py`).

mod events;
mod shape;
mod tree;
