INSERT INTO client_grant (
    client_id,
    ledger,
    assignment
) VALUES (?1, ?2, ?3)
