-- Whoever moves the rows that serve wipes what they forget from the set beside them too.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'khen_worker') THEN
        GRANT USAGE ON SCHEMA rows_next TO khen_worker;
        GRANT SELECT, DELETE ON rows_next.clear_value_v1 TO khen_worker;
    END IF;
END
$$
