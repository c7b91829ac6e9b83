-- One batch of a ledger at a time in a set that does not serve; those for the rows that serve go on.
SELECT pg_advisory_xact_lock(1802003825, hashtext($1))
