DELETE FROM export_consumer
WHERE ledger = ?1 AND consumer = ?2
