SELECT
    ledger,
    consumer,
    client,
    profile,
    position,
    root,
    acked_us
FROM office.export_consumer
ORDER BY ledger, consumer
