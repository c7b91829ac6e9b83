SELECT
    ledger,
    witnessed,
    reason,
    since_us
FROM ledger_halt
ORDER BY ledger
