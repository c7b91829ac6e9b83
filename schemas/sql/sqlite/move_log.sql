INSERT INTO log (ledger, size, epoch) VALUES (?1, ?2, ?3)
ON CONFLICT (ledger) DO UPDATE SET
    size = excluded.size,
    epoch = excluded.epoch
