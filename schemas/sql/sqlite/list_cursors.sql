SELECT
    ledger,
    position
FROM sink_cursor
WHERE sink = ?1
