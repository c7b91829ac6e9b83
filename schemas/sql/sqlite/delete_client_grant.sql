DELETE FROM client_grant
WHERE client_id = ?1 AND ledger = ?2
