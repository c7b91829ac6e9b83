-- What another process is forgetting at the moment is passed over: nobody waits for it.
WITH forgotten AS (
    DELETE FROM office.access_token
    WHERE token_id IN (
        SELECT token_id
        FROM office.access_token
        WHERE expires_us <= $5
        FOR UPDATE SKIP LOCKED
    )
)

INSERT INTO office.access_token (
    token_id,
    secret_hash,
    client_id,
    scopes,
    issued_us,
    expires_us
) VALUES ($1, $2, $3, $4, $5, $6)
