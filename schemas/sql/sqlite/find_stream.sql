-- A stream's number and version; a stream exists since its first event.
SELECT
    stream.stream_no,
    (
        SELECT event.version
        FROM event
        WHERE event.stream_no = stream.stream_no
        ORDER BY event.version DESC
        LIMIT 1
    ) AS version
FROM stream
WHERE stream.ledger_no = ?1 AND stream.name = ?2
