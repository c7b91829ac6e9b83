-- Every ledger with its last event: one probe of the index for each.
SELECT
    ledger.ledger_no,
    ledger.slug,
    ledger.source,
    last.seat,
    last.recorded_us
FROM ledger.ledger
LEFT JOIN LATERAL (
    SELECT
        event.seat,
        event.recorded_us
    FROM ledger.event
    WHERE event.seat >= ledger.ledger_no << 40
        AND event.seat < (ledger.ledger_no + 1) << 40
    ORDER BY event.seat DESC
    LIMIT 1
) AS last ON true
ORDER BY ledger.slug COLLATE "C"
