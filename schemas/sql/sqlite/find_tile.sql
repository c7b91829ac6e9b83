SELECT bytes
FROM tile
WHERE ledger = ?1 AND level = ?2 AND number = ?3
