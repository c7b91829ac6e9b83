-- Gives the locks of a session to its transaction, which are then gone with it. The lock is never free in
-- between: the transaction takes it before the session lets go.
PREPARE move_locks (bigint[]) AS
SELECT
    pg_advisory_xact_lock(1802003822, held.ledger_no::integer),
    pg_advisory_unlock(1802003822, held.ledger_no::integer)
FROM unnest($1) AS held (ledger_no)
