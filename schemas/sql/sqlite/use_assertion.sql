INSERT INTO used_assertion (
    client_id,
    jti_hash,
    keep_until_us
) VALUES (?1, ?2, ?3)
ON CONFLICT (client_id, jti_hash) DO NOTHING
