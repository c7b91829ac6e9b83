-- Until the session ends, so that several processes may start together.
SELECT pg_advisory_lock(1802003822, -1)
