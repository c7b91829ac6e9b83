SELECT
    client_id,
    name,
    scopes,
    registered_us,
    revoked_us
FROM client
WHERE client_id = ?1
