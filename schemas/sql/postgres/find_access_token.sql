-- A row for each ledger that its client opens.
SELECT
    access_token.token_id,
    access_token.secret_hash,
    access_token.client_id,
    access_token.scopes,
    access_token.issued_us,
    access_token.expires_us,
    client.revoked_us,
    client_grant.ledger,
    client_grant.assignment
FROM office.access_token
INNER JOIN office.client ON access_token.client_id = client.client_id
INNER JOIN office.client_grant ON access_token.client_id = client_grant.client_id
WHERE access_token.token_id = $1
ORDER BY client_grant.ledger
