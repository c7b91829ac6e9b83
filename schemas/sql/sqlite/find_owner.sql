SELECT owner
FROM reference
WHERE ledger = ?1 AND reference = ?2
