DELETE FROM office.sink_stop
WHERE sink = $1 AND ledger = $2
