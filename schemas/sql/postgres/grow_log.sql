-- Moves the log and keeps its tiles, in one statement and so in one transaction. No row comes back, and
-- nothing is kept, where the log has another size or a later epoch. A trigger refuses a tile of which
-- the stored bytes are not the beginning.
WITH moved AS (
    INSERT INTO seal.log (ledger, size, epoch)
    SELECT
        $1::text,
        $3::bigint,
        $4::bigint
    WHERE $2::bigint = 0 OR EXISTS (SELECT FROM seal.log WHERE log.ledger = $1)
    ON CONFLICT (ledger) DO UPDATE SET
        size = excluded.size,
        epoch = excluded.epoch
    WHERE log.size = $2 AND log.epoch <= excluded.epoch
    RETURNING log.ledger
),

kept AS (
    INSERT INTO seal.tile (ledger, level, number, bytes)
    SELECT
        moved.ledger,
        grown.level,
        grown.number,
        grown.bytes
    FROM moved
    CROSS JOIN unnest($5::smallint[], $6::bigint[], $7::bytea[]) AS grown (level, number, bytes)
    ON CONFLICT (ledger, level, number) DO UPDATE SET bytes = excluded.bytes
)

SELECT ledger FROM moved
