SELECT
    ledger,
    size
FROM log
