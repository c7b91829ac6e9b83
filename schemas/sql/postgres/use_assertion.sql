-- What another process is forgetting at the moment is passed over: nobody waits for it.
WITH forgotten AS (
    DELETE FROM office.used_assertion
    WHERE (client_id, jti_hash) IN (
        SELECT
            client_id,
            jti_hash
        FROM office.used_assertion
        WHERE keep_until_us <= $4
        FOR UPDATE SKIP LOCKED
    )
)

INSERT INTO office.used_assertion (
    client_id,
    jti_hash,
    keep_until_us
) VALUES ($1, $2, $3)
ON CONFLICT (client_id, jti_hash) DO NOTHING
RETURNING client_id
