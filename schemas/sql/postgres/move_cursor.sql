-- No row comes back where the cursor keeps a later epoch.
INSERT INTO office.sink_cursor (
    sink,
    ledger,
    position,
    epoch
) VALUES ($1, $2, $3, $4)
ON CONFLICT (sink, ledger) DO UPDATE SET
    position = greatest(sink_cursor.position, excluded.position),
    epoch = excluded.epoch
WHERE sink_cursor.epoch <= excluded.epoch
RETURNING
    sink_cursor.ledger,
    sink_cursor.position
