-- Tables, rights and settings stay with their schema.
DROP SCHEMA IF EXISTS rows_previous CASCADE;
ALTER SCHEMA rows RENAME TO rows_previous;
ALTER SCHEMA rows_next RENAME TO rows;
