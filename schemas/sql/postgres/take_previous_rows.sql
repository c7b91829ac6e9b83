-- The set that served before is the next to serve.
DROP SCHEMA IF EXISTS rows_next CASCADE;
ALTER SCHEMA rows_previous RENAME TO rows_next;
