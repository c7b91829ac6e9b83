-- No row comes back where the consumer is somebody else's, was further already, or is not where it was
-- seen; nor where its client may make no more.
INSERT INTO export_consumer (
    ledger,
    consumer,
    client,
    profile,
    position,
    root,
    acked_us
)
SELECT
    ?1,
    ?2,
    ?3,
    ?4,
    ?5,
    ?6,
    ?7
WHERE
    EXISTS (
        SELECT 1 FROM export_consumer
        WHERE ledger = ?1 AND consumer = ?2
    )
    OR (
        ?8 IS NULL
        AND (
            SELECT count(*) FROM export_consumer
            WHERE ledger = ?1 AND client = ?3
        ) < ?9
    )
ON CONFLICT (ledger, consumer) DO UPDATE SET
    profile = excluded.profile,
    position = excluded.position,
    root = excluded.root,
    acked_us = excluded.acked_us
WHERE
    export_consumer.client = excluded.client
    AND export_consumer.position < excluded.position
    AND (?8 IS NULL OR export_consumer.position = ?8)
RETURNING export_consumer.position
