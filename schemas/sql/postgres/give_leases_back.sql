UPDATE office.lease
SET
    holder = NULL,
    expires_us = 0
FROM unnest($2::bigint[], $3::bigint[]) AS given (partition, epoch)
WHERE lease.partition = given.partition
    AND lease.epoch = given.epoch
    AND lease.holder = $1
