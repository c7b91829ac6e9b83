-- The first event of each of these streams; none for one that does not exist. The subqueries pin the
-- plan: two probes of an index for each stream, whatever the statistics say.
SELECT
    first_event.seat,
    wanted.name,
    first_event.version,
    first_event.id,
    first_event.event_type,
    first_event.occurred_us,
    first_event.recorded_us,
    first_event.assignment,
    first_event.command,
    first_event.correlation,
    first_event.salt,
    first_event.data,
    first_event.data_hash
FROM unnest($2::text[]) AS wanted (name)
CROSS JOIN LATERAL (
    SELECT stream.stream_no
    FROM ledger.stream
    WHERE stream.ledger_no = $1 AND stream.name = wanted.name
    LIMIT 1
) AS found
CROSS JOIN LATERAL (
    SELECT event.*
    FROM ledger.event
    WHERE event.stream_no = found.stream_no AND event.version = 1
    LIMIT 1
) AS first_event
