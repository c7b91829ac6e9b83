-- A ledger of which the other set knows less than the rows that serve.
SELECT served.ledger
FROM main.cursor_v1 AS served
LEFT JOIN other.cursor_v1 AS other_cursor ON other_cursor.ledger = served.ledger
WHERE served.position > coalesce(other_cursor.position, 0)
LIMIT 1
