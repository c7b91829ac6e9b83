SELECT position
FROM sink_cursor
WHERE sink = ?1
    AND ledger = ?2
