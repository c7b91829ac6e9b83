SELECT
    client_id,
    name,
    scopes,
    registered_us,
    revoked_us
FROM office.client
WHERE client_id = $1
