SELECT
    stream.stream_no,
    stream.name
FROM ledger.stream
WHERE stream.stream_no = ANY($1::bigint[])
