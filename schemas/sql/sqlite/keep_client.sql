INSERT INTO client (
    client_id,
    name,
    scopes,
    registered_us,
    revoked_us
) VALUES (?1, ?2, ?3, ?4, ?5)
