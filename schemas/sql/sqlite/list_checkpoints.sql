SELECT
    kind,
    size,
    note,
    keys,
    signed_us
FROM checkpoint
WHERE ledger = ?1
