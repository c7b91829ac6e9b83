-- The schemas of the sets of rows that do not serve.
SELECT nspname::text FROM pg_namespace WHERE nspname IN ('rows_next', 'rows_previous')
