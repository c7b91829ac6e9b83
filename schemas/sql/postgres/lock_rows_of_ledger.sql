-- One batch of a ledger at a time.
SELECT pg_advisory_xact_lock(1802003824, hashtext($1))
