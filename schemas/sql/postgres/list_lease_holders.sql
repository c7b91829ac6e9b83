-- Those who are at work, with what each holds; one row with nothing for who holds nothing.
SELECT
    lease_holder.holder,
    lease.partition,
    lease.epoch
FROM office.lease_holder
LEFT JOIN office.lease
    ON lease.holder = lease_holder.holder
    AND lease.expires_us > office.clock_us()
WHERE lease_holder.expires_us > office.clock_us()
ORDER BY
    lease_holder.holder,
    lease.partition
