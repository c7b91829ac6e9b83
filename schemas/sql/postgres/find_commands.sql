-- The first seat of each of these commands that is known: the prefix leads there, the whole id is
-- compared on the spot.
SELECT
    wanted.place,
    known.seat
FROM unnest($1::bigint[], $2::bigint[], $3::bytea[])
    WITH ORDINALITY AS wanted (ledger_no, prefix, command, place)
CROSS JOIN LATERAL (
    SELECT event.seat
    FROM ledger.event
    WHERE event.command_prefix = wanted.prefix
        AND event.seat >= wanted.ledger_no << 40
        AND event.seat < (wanted.ledger_no + 1) << 40
        AND event.command = wanted.command
    ORDER BY event.seat
    LIMIT 1
) AS known
