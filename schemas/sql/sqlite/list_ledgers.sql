SELECT
    ledger_no,
    slug,
    source
FROM ledger
ORDER BY slug
