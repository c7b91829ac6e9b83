SELECT
    size,
    epoch
FROM log
WHERE ledger = ?1
