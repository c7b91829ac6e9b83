DELETE FROM reference
WHERE ledger = ?1 AND owner = ?2
