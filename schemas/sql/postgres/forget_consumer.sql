DELETE FROM office.export_consumer
WHERE ledger = $1 AND consumer = $2
RETURNING consumer
