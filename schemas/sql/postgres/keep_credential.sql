INSERT INTO office.credential (
    token_id,
    secret_hash,
    ledger,
    assignment,
    label,
    issued_us,
    expires_us,
    revoked_us
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
