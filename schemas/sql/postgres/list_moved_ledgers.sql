-- Those ledgers that have grown since the seats given were to come next, and those with numbers beyond
-- all that are known; each with its last event. A known ledger costs one probe for one key.
WITH moved AS (
    SELECT known.ledger_no
    FROM unnest($1::bigint[], $2::bigint[]) AS known (ledger_no, next_seat)
    WHERE EXISTS (
        SELECT
        FROM ledger.event
        WHERE event.seat = known.next_seat
    )
    UNION ALL
    SELECT ledger.ledger_no
    FROM ledger.ledger
    WHERE ledger.ledger_no > $3
)

SELECT
    ledger.ledger_no,
    ledger.slug,
    ledger.source,
    last.seat,
    last.recorded_us
FROM moved
CROSS JOIN LATERAL (
    SELECT
        ledger.ledger_no,
        ledger.slug,
        ledger.source
    FROM ledger.ledger
    WHERE ledger.ledger_no = moved.ledger_no
    LIMIT 1
) AS ledger
LEFT JOIN LATERAL (
    SELECT
        event.seat,
        event.recorded_us
    FROM ledger.event
    WHERE event.seat >= moved.ledger_no << 40
        AND event.seat < (moved.ledger_no + 1) << 40
    ORDER BY event.seat DESC
    LIMIT 1
) AS last ON true
