INSERT INTO client_key (
    client_id,
    key_id,
    public,
    added_us,
    removed_us
)
SELECT
    client_id,
    ?2,
    ?3,
    ?4,
    ?5
FROM client
WHERE client_id = ?1
ON CONFLICT (client_id, key_id) DO NOTHING
