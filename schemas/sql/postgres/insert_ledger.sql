INSERT INTO ledger.ledger (ledger_no, slug, source)
SELECT
    coalesce(max(ledger_no), 0) + 1,
    $1,
    $2
FROM ledger.ledger
