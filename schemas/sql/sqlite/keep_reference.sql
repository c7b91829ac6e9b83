-- Nothing leads to an owner whose key is destroyed.
INSERT INTO reference (
    ledger,
    reference,
    owner
)
SELECT
    ?1,
    ?2,
    ?3
WHERE NOT EXISTS (
    SELECT 1
    FROM owner_key
    WHERE ledger = ?1
        AND owner = ?3
        AND wrapped IS NULL
)
ON CONFLICT (ledger, reference) DO NOTHING
