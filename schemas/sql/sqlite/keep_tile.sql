-- A trigger refuses whatever the stored bytes are not the beginning of.
INSERT INTO tile (ledger, level, number, bytes) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (ledger, level, number) DO UPDATE SET bytes = excluded.bytes
