-- No row comes back where the consumer is somebody else's, was further already, or is not where it was
-- seen; nor where its client may make no more.
INSERT INTO office.export_consumer (
    ledger,
    consumer,
    client,
    profile,
    position,
    root,
    acked_us
)
SELECT
    $1::text,
    $2::text,
    $3::text,
    $4::text,
    $5::bigint,
    $6::bytea,
    $7::bigint
WHERE
    EXISTS (
        SELECT FROM office.export_consumer
        WHERE ledger = $1::text AND consumer = $2::text
    )
    OR (
        $8::bigint IS NULL
        AND (
            SELECT count(*) FROM office.export_consumer
            WHERE ledger = $1::text AND client = $3::text
        ) < $9::bigint
    )
ON CONFLICT (ledger, consumer) DO UPDATE SET
    profile = excluded.profile,
    position = excluded.position,
    root = excluded.root,
    acked_us = excluded.acked_us
WHERE
    export_consumer.client = excluded.client
    AND export_consumer.position < excluded.position
    AND ($8::bigint IS NULL OR export_consumer.position = $8::bigint)
RETURNING export_consumer.position
