SELECT
    ledger,
    consumer,
    client,
    profile,
    position,
    root,
    acked_us
FROM export_consumer
ORDER BY ledger, consumer
