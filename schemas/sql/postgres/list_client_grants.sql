SELECT
    client_id,
    ledger,
    assignment
FROM office.client_grant
WHERE client_id = $1
ORDER BY ledger
