DELETE FROM office.ledger_halt
WHERE ledger = $1
