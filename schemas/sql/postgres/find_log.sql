-- One row for each checkpoint, and one without where there is none.
SELECT
    log.size,
    log.epoch,
    checkpoint.kind,
    checkpoint.size,
    checkpoint.note,
    checkpoint.keys,
    checkpoint.signed_us
FROM seal.log
LEFT JOIN seal.checkpoint ON checkpoint.ledger = log.ledger
WHERE log.ledger = $1
