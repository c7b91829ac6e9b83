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
    $1::bigint[],
    $2::bigint[],
    $3::bigint[],
    $4::bigint[],
    $5::bigint[],
    $6::bigint[],
    $7::uuid[],
    $8::text[],
    $9::text[],
    $10::text[],
    $11::bytea[],
    $12::bytea[],
    $13::bytea[],
    $14::bytea[]
)
