-- The locks of these ledgers, taken in the order given, until the end of the transaction.
SELECT pg_advisory_xact_lock(1802003822, wanted.ledger_no::integer)
FROM unnest($1::bigint[]) AS wanted (ledger_no)
