SELECT
    reason,
    since_us
FROM read_only
