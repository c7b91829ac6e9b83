-- A trigger passes over an owner whose key is destroyed.
INSERT INTO office.reference (
    ledger,
    reference,
    owner
) VALUES ($1, $2, $3)
ON CONFLICT (ledger, reference) DO NOTHING
