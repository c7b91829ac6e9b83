-- Those who are at work, with what each holds; one row with nothing for who holds nothing.
SELECT
    lease_holder.holder,
    lease.partition,
    lease.epoch
FROM lease_holder
LEFT JOIN lease
    ON lease.holder = lease_holder.holder
    AND lease.expires_us > CAST(unixepoch('subsec') * 1000000 AS INTEGER)
WHERE lease_holder.expires_us > CAST(unixepoch('subsec') * 1000000 AS INTEGER)
ORDER BY
    lease_holder.holder,
    lease.partition
