//! Keeps ledgers, office records and rows in three SQLite files.
