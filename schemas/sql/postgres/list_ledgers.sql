-- Every ledger with the seat of its last event: one probe of the index for each.
SELECT
    ledger.ledger_no,
    ledger.slug,
    ledger.source,
    last.seat
FROM ledger.ledger
LEFT JOIN LATERAL (
    SELECT event.seat
    FROM ledger.event
    WHERE event.seat >= ledger.ledger_no << 40
        AND event.seat < (ledger.ledger_no + 1) << 40
    ORDER BY event.seat DESC
    LIMIT 1
) AS last ON true
ORDER BY ledger.slug COLLATE "C"
