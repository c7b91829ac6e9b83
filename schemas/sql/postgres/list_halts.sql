SELECT
    ledger,
    witnessed,
    reason,
    since_us
FROM office.ledger_halt
ORDER BY ledger
