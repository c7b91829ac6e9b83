//! Keeps sinks caught up with the ledger.
