-- Events at ?1 and after, below ?2, at most ?3, each with the number of its stream.
SELECT
    event.seat,
    event.stream_no,
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
FROM event
WHERE event.seat >= ?1 AND event.seat < ?2
ORDER BY event.seat
LIMIT ?3
