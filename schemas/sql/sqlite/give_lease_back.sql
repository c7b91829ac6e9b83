UPDATE lease
SET
    holder = NULL,
    expires_us = 0
WHERE partition = ?2
    AND holder = ?1
    AND epoch = ?3
