-- What has expired is nobody's, even while nobody has taken it.
UPDATE lease
SET expires_us = CAST(unixepoch('subsec') * 1000000 AS INTEGER) + ?2
WHERE holder = ?1
    AND expires_us > CAST(unixepoch('subsec') * 1000000 AS INTEGER)
RETURNING
    partition,
    epoch
