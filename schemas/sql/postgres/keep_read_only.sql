INSERT INTO office.read_only (
    is_read_only,
    reason,
    since_us
) VALUES (true, $1, $2)
ON CONFLICT (is_read_only) DO NOTHING
