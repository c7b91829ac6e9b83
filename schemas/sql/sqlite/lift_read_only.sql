DELETE FROM read_only
WHERE is_read_only
