-- A trigger strikes the references that lead to the owner, in the same transaction.
INSERT INTO office.owner_key (
    ledger,
    owner,
    wrapped
) VALUES ($1, $2, NULL)
ON CONFLICT (ledger, owner) DO UPDATE SET wrapped = NULL
