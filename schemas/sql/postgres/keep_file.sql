-- No row comes back where the owner has the file already; see keep_key.sql.
INSERT INTO office.stored_file (
    ledger,
    sha256,
    owner,
    blob,
    wrapped,
    media_type,
    size
) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (ledger, sha256, owner) DO NOTHING
RETURNING
    sha256,
    owner,
    blob,
    wrapped,
    media_type,
    size
