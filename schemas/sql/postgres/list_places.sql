-- Seats at $3 and after, and types, of the events of all streams whose name begins with $2. A name is
-- compared as it is written, whatever the collation of the database; the subquery pins the plan: the
-- names of the ledger from their index, and the events of those that are wanted from theirs.
SELECT
    place.seat,
    place.event_type
FROM ledger.stream
CROSS JOIN LATERAL (
    SELECT
        event.seat,
        event.event_type
    FROM ledger.event
    WHERE event.stream_no = stream.stream_no AND event.seat >= $3
    OFFSET 0
) AS place
WHERE stream.ledger_no = $1 AND starts_with(stream.name, $2)
ORDER BY place.seat
