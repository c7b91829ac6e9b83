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
WHERE ledger = $1
ORDER BY
    issued_us,
    token_id
