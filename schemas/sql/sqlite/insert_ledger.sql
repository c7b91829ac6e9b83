INSERT INTO ledger (
    slug,
    source
) VALUES (?1, ?2)
