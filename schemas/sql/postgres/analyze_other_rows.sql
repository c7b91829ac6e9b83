-- Plans must be good from the first question on.
DO $$
DECLARE
    found regclass;
BEGIN
    FOR found IN
        SELECT oid::regclass FROM pg_class
        WHERE relkind = 'r'
          AND relnamespace IN (to_regnamespace('rows_next'), to_regnamespace('rows_previous'))
    LOOP
        EXECUTE format('ANALYZE %s', found);
    END LOOP;
END
$$
