-- Until the end of the transaction nobody else makes, drops or renames a set of rows: a schema that is
-- dropped by its name must still be the one that was meant.
SELECT pg_advisory_xact_lock(1802003823, 1)
