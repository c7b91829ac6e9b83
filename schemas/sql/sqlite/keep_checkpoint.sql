-- Nothing changes where a larger one is kept.
INSERT INTO checkpoint (
    ledger,
    kind,
    size,
    note,
    keys,
    signed_us
) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (ledger, kind) DO UPDATE SET
    size = excluded.size,
    note = excluded.note,
    keys = excluded.keys,
    signed_us = excluded.signed_us
WHERE checkpoint.size <= excluded.size
