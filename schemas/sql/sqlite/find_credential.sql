SELECT
    token_id,
    secret_hash,
    ledger,
    assignment,
    label,
    issued_us,
    expires_us,
    revoked_us
FROM credential
WHERE token_id = ?1
