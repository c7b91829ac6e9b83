INSERT INTO office.sink_stop (
    sink,
    ledger,
    position,
    reason,
    stopped_us
) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (sink, ledger) DO UPDATE SET
    position = excluded.position,
    reason = excluded.reason,
    stopped_us = excluded.stopped_us
