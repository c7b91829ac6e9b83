-- The owner that each of these references leads to, in order; none for an unknown one.
SELECT known.owner
FROM unnest($2::text[]) WITH ORDINALITY AS wanted (reference, place)
LEFT JOIN LATERAL (
    SELECT reference.owner
    FROM office.reference
    WHERE reference.ledger = $1 AND reference.reference = wanted.reference
    LIMIT 1
) AS known ON true
ORDER BY wanted.place
