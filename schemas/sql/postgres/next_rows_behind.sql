-- A ledger of which the set beside knows less than the rows that serve.
SELECT served.ledger
FROM rows.cursor_v1 AS served
LEFT JOIN rows_next.cursor_v1 AS next USING (ledger)
WHERE served.position > coalesce(next.position, 0)
LIMIT 1
