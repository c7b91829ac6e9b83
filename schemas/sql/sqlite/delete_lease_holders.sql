-- The one who leaves, and those whose term is over.
DELETE FROM lease_holder
WHERE holder = ?1
    OR expires_us <= CAST(unixepoch('subsec') * 1000000 AS INTEGER)
