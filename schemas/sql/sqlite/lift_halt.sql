DELETE FROM ledger_halt
WHERE ledger = ?1
