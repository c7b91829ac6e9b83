INSERT INTO event (
    seat,
    stream_no,
    version,
    id,
    event_type,
    occurred_us,
    recorded_us,
    assignment,
    command,
    correlation,
    salt,
    data,
    data_hash
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
