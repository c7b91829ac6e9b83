DELETE FROM office.read_only
WHERE is_read_only
RETURNING is_read_only
