-- Seats at ?4 and after, and types, of the events of all streams whose names are at ?2 and after, before
-- ?3. CROSS JOIN pins the order of the tables: these streams are few.
SELECT
    event.seat,
    event.event_type
FROM stream
CROSS JOIN event ON event.stream_no = stream.stream_no
WHERE stream.ledger_no = ?1
    AND stream.name >= ?2
    AND stream.name < ?3
    AND event.seat >= ?4
