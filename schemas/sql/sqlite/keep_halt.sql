INSERT INTO ledger_halt (
    ledger,
    witnessed,
    reason,
    since_us
) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (ledger) DO NOTHING
