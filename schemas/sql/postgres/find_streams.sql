-- Number and version of each of these streams; none for one that does not exist. The subqueries pin
-- the plan: two probes of an index for each stream, whatever the statistics say.
SELECT
    wanted.place,
    found.stream_no,
    head.version
FROM unnest($1::bigint[], $2::text[]) WITH ORDINALITY AS wanted (ledger_no, name, place)
CROSS JOIN LATERAL (
    SELECT stream.stream_no
    FROM ledger.stream
    WHERE stream.ledger_no = wanted.ledger_no AND stream.name = wanted.name
    LIMIT 1
) AS found
CROSS JOIN LATERAL (
    SELECT event.version
    FROM ledger.event
    WHERE event.stream_no = found.stream_no
    ORDER BY event.version DESC
    LIMIT 1
) AS head
