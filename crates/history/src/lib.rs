//! Tells how a case came to be.
