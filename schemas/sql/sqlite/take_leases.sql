UPDATE lease
SET
    holder = ?1,
    epoch = epoch + 1,
    expires_us = CAST(unixepoch('subsec') * 1000000 AS INTEGER) + ?2
WHERE partition IN (
    SELECT partition
    FROM lease
    WHERE expires_us <= CAST(unixepoch('subsec') * 1000000 AS INTEGER)
    ORDER BY partition
    LIMIT ?3
)
RETURNING
    partition,
    epoch
