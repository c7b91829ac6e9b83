-- No row comes back where the cursor keeps a later epoch.
INSERT INTO sink_cursor (sink, ledger, position, epoch) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (sink, ledger) DO UPDATE SET
    position = max(position, excluded.position),
    epoch = excluded.epoch
WHERE sink_cursor.epoch <= excluded.epoch
RETURNING position
