-- The events of each of these ledgers from a seat on, at most $3 of each, with the versions to which they
-- moved their streams.
SELECT
    wanted.ledger_no,
    tail.seat,
    tail.recorded_us,
    tail.stream_no,
    tail.version
FROM unnest($1::bigint[], $2::bigint[]) AS wanted (ledger_no, first_seat)
CROSS JOIN LATERAL (
    SELECT
        event.seat,
        event.recorded_us,
        event.stream_no,
        event.version
    FROM ledger.event
    WHERE event.seat >= wanted.first_seat
        AND event.seat < (wanted.ledger_no + 1) << 40
    ORDER BY event.seat
    LIMIT $3
) AS tail
