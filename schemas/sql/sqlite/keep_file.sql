INSERT INTO stored_file (
    ledger,
    sha256,
    owner,
    blob,
    wrapped,
    media_type,
    size
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (ledger, sha256, owner) DO NOTHING
