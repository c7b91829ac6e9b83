INSERT INTO access_token (
    token_id,
    secret_hash,
    client_id,
    scopes,
    issued_us,
    expires_us
) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
