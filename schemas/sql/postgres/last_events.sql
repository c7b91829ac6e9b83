-- The last event of each of these ledgers; none for an empty one.
SELECT
    wanted.ledger_no,
    last.seat,
    last.recorded_us
FROM unnest($1::bigint[]) AS wanted (ledger_no)
CROSS JOIN LATERAL (
    SELECT
        event.seat,
        event.recorded_us
    FROM ledger.event
    WHERE event.seat >= wanted.ledger_no << 40
        AND event.seat < (wanted.ledger_no + 1) << 40
    ORDER BY event.seat DESC
    LIMIT 1
) AS last
