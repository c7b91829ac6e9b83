-- The last event of a ledger, whose seats are ?1 and after, below ?2.
SELECT
    seat,
    recorded_us
FROM event
WHERE seat >= ?1 AND seat < ?2
ORDER BY seat DESC
LIMIT 1
