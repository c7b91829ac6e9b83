SELECT
    sha256,
    owner,
    blob,
    wrapped,
    media_type,
    size
FROM office.stored_file
WHERE ledger = $1
    AND sha256 = $2
    AND owner = $3
