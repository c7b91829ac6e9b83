INSERT INTO command (
    prefix,
    first_seat
) VALUES (?1, ?2)
