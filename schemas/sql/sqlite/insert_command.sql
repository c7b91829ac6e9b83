INSERT INTO command_new (
    prefix,
    first_seat
) VALUES (?1, ?2)
