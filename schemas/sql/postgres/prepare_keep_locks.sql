-- Locks that a session holds beyond its transaction: the same keys as those of `lock_ledgers`.
PREPARE keep_locks (bigint[]) AS
SELECT pg_advisory_lock(1802003822, held.ledger_no::integer)
FROM unnest($1) AS held (ledger_no)
