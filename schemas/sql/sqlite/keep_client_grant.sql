INSERT INTO client_grant (
    client_id,
    ledger,
    assignment
)
SELECT
    client_id,
    ?2,
    ?3
FROM client
WHERE client_id = ?1
ON CONFLICT (client_id, ledger) DO NOTHING
