-- The version of each of these streams, which exist.
SELECT
    wanted.place,
    head.version
FROM unnest($1::bigint[]) WITH ORDINALITY AS wanted (stream_no, place)
CROSS JOIN LATERAL (
    SELECT event.version
    FROM ledger.event
    WHERE event.stream_no = wanted.stream_no
    ORDER BY event.version DESC
    LIMIT 1
) AS head
