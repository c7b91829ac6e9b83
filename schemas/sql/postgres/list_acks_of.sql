SELECT
    ledger,
    consumer,
    client,
    profile,
    position,
    root,
    acked_us
FROM office.export_consumer
WHERE ledger = $1
ORDER BY consumer
