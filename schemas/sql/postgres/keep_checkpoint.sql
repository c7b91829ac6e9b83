-- No row comes back, and nothing is kept, where the tiles end before it, a larger one is kept, or the log
-- has a later epoch.
WITH held AS (
    UPDATE seal.log SET epoch = $7
    WHERE log.ledger = $1
        AND log.epoch <= $7
        AND log.size >= $3
        AND NOT EXISTS (
            SELECT
            FROM seal.checkpoint
            WHERE checkpoint.ledger = $1 AND checkpoint.kind = $2 AND checkpoint.size > $3
        )
    RETURNING log.ledger
)

INSERT INTO seal.checkpoint (
    ledger,
    kind,
    size,
    note,
    keys,
    signed_us
)
SELECT
    held.ledger,
    $2,
    $3,
    $4,
    $5,
    $6
FROM held
ON CONFLICT (ledger, kind) DO UPDATE SET
    size = excluded.size,
    note = excluded.note,
    keys = excluded.keys,
    signed_us = excluded.signed_us
WHERE checkpoint.size <= excluded.size
RETURNING checkpoint.ledger
