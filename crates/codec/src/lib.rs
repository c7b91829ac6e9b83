//! Translates domain events to written records and back, for ever.
