-- The first seat of a command: its prefix leads there, its whole id is compared on the spot.
SELECT command.first_seat
FROM command
CROSS JOIN event ON event.seat = command.first_seat
WHERE command.prefix = ?1
    AND command.first_seat >= ?2
    AND command.first_seat < ?3
    AND event.command = ?4
