SELECT
    ledger_no,
    source
FROM ledger.ledger
WHERE slug = $1
