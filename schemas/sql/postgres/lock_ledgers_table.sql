-- One process at a time numbers ledgers.
SELECT pg_advisory_xact_lock(1802003822, 0)
