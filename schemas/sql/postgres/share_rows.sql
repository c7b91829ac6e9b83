-- Whoever moves rows holds this until the end of the transaction: meanwhile no other set of rows is put
-- in place of the one that is written.
SELECT pg_advisory_xact_lock_shared(1802003823, 0)
