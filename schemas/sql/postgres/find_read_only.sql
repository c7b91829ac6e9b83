SELECT
    reason,
    since_us
FROM office.read_only
