SELECT
    ledger,
    size
FROM seal.log
