//! Checks that an adapter keeps what its port promises.
