SELECT
    ledger,
    position
FROM office.sink_cursor
WHERE sink = $1
