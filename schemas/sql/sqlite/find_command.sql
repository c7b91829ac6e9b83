-- The first seat of a command: its prefix leads there, its whole id is compared on the spot.
SELECT known.first_seat
FROM (
    SELECT first_seat
    FROM command_new
    WHERE prefix = ?1 AND first_seat >= ?2 AND first_seat < ?3
    UNION ALL
    SELECT first_seat
    FROM command_recent
    WHERE prefix = ?1 AND first_seat >= ?2 AND first_seat < ?3
    UNION ALL
    SELECT first_seat
    FROM command_old
    WHERE prefix = ?1 AND first_seat >= ?2 AND first_seat < ?3
) AS known
CROSS JOIN event ON event.seat = known.first_seat
WHERE event.command = ?4
