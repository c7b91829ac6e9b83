-- Events of a stream above version $3, at most $4.
SELECT
    event.seat,
    stream.name,
    event.version,
    event.id,
    event.event_type,
    event.occurred_us,
    event.recorded_us,
    event.assignment,
    event.command,
    event.correlation,
    event.salt,
    event.data,
    event.data_hash
FROM ledger.stream
INNER JOIN ledger.event ON event.stream_no = stream.stream_no
WHERE stream.ledger_no = $1
    AND stream.name = $2
    AND event.version > $3
ORDER BY event.version
LIMIT $4
