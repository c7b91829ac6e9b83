INSERT INTO stream (
    ledger_no,
    name
) VALUES (?1, ?2)
