SELECT
    client_id,
    ledger,
    assignment
FROM client_grant
WHERE client_id = ?1
ORDER BY ledger
