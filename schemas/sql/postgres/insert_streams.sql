INSERT INTO ledger.stream (stream_no, ledger_no, name)
SELECT *
FROM unnest($1::bigint[], $2::bigint[], $3::text[])
