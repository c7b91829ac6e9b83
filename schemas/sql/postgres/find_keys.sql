-- For each of these owners in order: whether it is known, and its key; none for a destroyed one.
SELECT
    known.owner IS NOT NULL,
    known.wrapped
FROM unnest($2::text[]) WITH ORDINALITY AS wanted (owner, place)
LEFT JOIN LATERAL (
    SELECT
        owner_key.owner,
        owner_key.wrapped
    FROM office.owner_key
    WHERE owner_key.ledger = $1 AND owner_key.owner = wanted.owner
    LIMIT 1
) AS known ON true
ORDER BY wanted.place
