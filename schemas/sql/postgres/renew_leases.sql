-- What has expired is nobody's, even while nobody has taken it.
WITH present AS (
    INSERT INTO office.lease_holder (holder, expires_us)
    VALUES ($1, office.clock_us() + $2)
    ON CONFLICT (holder) DO UPDATE SET expires_us = excluded.expires_us
)

UPDATE office.lease
SET expires_us = office.clock_us() + $2
WHERE holder = $1 AND expires_us > office.clock_us()
RETURNING
    partition,
    epoch
