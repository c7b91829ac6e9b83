INSERT INTO owner_key (
    ledger,
    owner,
    wrapped
) VALUES (?1, ?2, NULL)
ON CONFLICT (ledger, owner) DO UPDATE SET wrapped = NULL
