UPDATE lease
SET
    holder = NULL,
    expires_us = 0
WHERE holder = ?1
