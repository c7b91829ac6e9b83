SELECT
    sink,
    ledger,
    position,
    reason,
    stopped_us
FROM office.sink_stop
ORDER BY
    sink,
    ledger
