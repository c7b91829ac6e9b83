INSERT INTO sink_cursor (sink, ledger, position) VALUES (?1, ?2, ?3)
ON CONFLICT (sink, ledger) DO UPDATE SET position = max(position, excluded.position)
