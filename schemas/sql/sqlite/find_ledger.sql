SELECT
    ledger_no,
    source
FROM ledger
WHERE slug = ?1
