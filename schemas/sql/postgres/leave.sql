-- Gives everything back, and strikes the one who leaves and those whose term is over.
WITH struck AS (
    DELETE FROM office.lease_holder
    WHERE holder = $1 OR expires_us <= office.clock_us()
)

UPDATE office.lease
SET
    holder = NULL,
    expires_us = 0
WHERE holder = $1
