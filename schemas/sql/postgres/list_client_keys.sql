SELECT
    client_id,
    key_id,
    public,
    added_us,
    removed_us
FROM office.client_key
WHERE client_id = $1
ORDER BY
    added_us,
    key_id
