SELECT
    sink,
    ledger,
    position,
    reason,
    stopped_us
FROM sink_stop
ORDER BY
    sink,
    ledger
