INSERT INTO owner_key (
    ledger,
    owner,
    wrapped
) VALUES (?1, ?2, ?3)
ON CONFLICT (ledger, owner) DO NOTHING
