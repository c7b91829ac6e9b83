-- Records one append in a transaction of its own, where nobody else wrote since the last seat that is
-- known: the keys refuse a seat that is taken. Records nothing while somebody else holds the lock of the
-- ledger, or if the command is known.
WITH turn AS MATERIALIZED (
    SELECT
        pg_try_advisory_xact_lock(1802003822, $18::bigint::integer)
        AND NOT EXISTS (
            SELECT
            FROM ledger.event
            WHERE event.command_prefix = $19::bigint
                AND event.seat >= $18::bigint << 40
                AND event.seat < ($18::bigint + 1) << 40
                AND event.command = $20::bytea
        ) AS is_ours
),

new_stream AS (
    INSERT INTO ledger.stream (stream_no, ledger_no, name)
    SELECT *
    FROM unnest($1::bigint[], $2::bigint[], $3::text[])
    WHERE (SELECT turn.is_ours FROM turn)
)

INSERT INTO ledger.event (
    seat,
    stream_no,
    version,
    occurred_us,
    recorded_us,
    command_prefix,
    id,
    event_type,
    assignment,
    correlation,
    command,
    salt,
    data_hash,
    data
)
SELECT *
FROM unnest(
    $4::bigint[],
    $5::bigint[],
    $6::bigint[],
    $7::bigint[],
    $8::bigint[],
    $9::bigint[],
    $10::uuid[],
    $11::text[],
    $12::text[],
    $13::text[],
    $14::bytea[],
    $15::bytea[],
    $16::bytea[],
    $17::bytea[]
)
WHERE (SELECT turn.is_ours FROM turn)
