-- Waits for readers: one that has begun with a table of the old set must not go on with one of the new.
-- It waits for moments only and lets everybody pass in between, so that readers who wait for each other's
-- tables through this never see a deadlock. Vacuums are kept out first; they would be in the way longer.
DO $$
DECLARE
    attempts_left int := 200;
    patience text := current_setting('lock_timeout');
    served regclass[] := ARRAY(
        SELECT oid::regclass FROM pg_class
        WHERE relkind = 'r' AND relnamespace = to_regnamespace('rows')
        ORDER BY oid
    );
    one regclass;
BEGIN
    FOREACH one IN ARRAY served LOOP
        EXECUTE format('LOCK TABLE %s IN SHARE UPDATE EXCLUSIVE MODE', one);
    END LOOP;
    SET LOCAL lock_timeout = '100ms';
    LOOP
        BEGIN
            FOREACH one IN ARRAY served LOOP
                EXECUTE format('LOCK TABLE %s IN ACCESS EXCLUSIVE MODE', one);
            END LOOP;
            EXIT;
        EXCEPTION WHEN lock_not_available THEN
            attempts_left := attempts_left - 1;
            IF attempts_left = 0 THEN
                RAISE;
            END IF;
        END;
        PERFORM pg_sleep(0.02);
    END LOOP;
    PERFORM set_config('lock_timeout', patience, true);
END
$$
