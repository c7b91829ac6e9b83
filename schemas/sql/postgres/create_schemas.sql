-- The names are there already where an operator made them for the roles; then nobody needs the right
-- to make schemas.
DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['ledger', 'office', 'rows', 'seal'] LOOP
        IF NOT EXISTS (SELECT FROM pg_namespace WHERE nspname = wanted) THEN
            EXECUTE format('CREATE SCHEMA %I', wanted);
        END IF;
    END LOOP;
END
$$
