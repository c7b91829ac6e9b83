-- Waits until nobody moves the rows that serve; from then on whoever wants to waits.
SELECT pg_advisory_xact_lock(1802003823, 0)
