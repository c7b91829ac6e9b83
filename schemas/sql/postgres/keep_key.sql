-- No row comes back where the owner has, or had, a key. It is not looked up here: what another
-- transaction has just committed is seen by the next statement only.
INSERT INTO office.owner_key (
    ledger,
    owner,
    wrapped
) VALUES ($1, $2, $3)
ON CONFLICT (ledger, owner) DO NOTHING
RETURNING wrapped
