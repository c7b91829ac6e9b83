SELECT wrapped
FROM owner_key
WHERE ledger = ?1 AND owner = ?2
