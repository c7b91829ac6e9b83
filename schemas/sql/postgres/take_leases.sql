-- What somebody else is taking at this moment is passed over, not waited for.
WITH present AS (
    INSERT INTO office.lease_holder (holder, expires_us)
    VALUES ($1, office.clock_us() + $2)
    ON CONFLICT (holder) DO UPDATE SET expires_us = excluded.expires_us
),

free AS (
    SELECT partition
    FROM office.lease
    WHERE expires_us <= office.clock_us()
    ORDER BY partition
    LIMIT $3
    FOR UPDATE SKIP LOCKED
)

UPDATE office.lease
SET
    holder = $1,
    epoch = lease.epoch + 1,
    expires_us = office.clock_us() + $2
FROM free
WHERE lease.partition = free.partition
RETURNING
    lease.partition,
    lease.epoch
