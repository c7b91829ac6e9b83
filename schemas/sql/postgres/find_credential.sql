SELECT
    token_id,
    secret_hash,
    ledger,
    assignment,
    label,
    issued_us,
    expires_us,
    revoked_us
FROM office.credential
WHERE token_id = $1
