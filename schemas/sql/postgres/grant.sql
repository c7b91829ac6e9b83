-- What each role needs, and no more; a role that the operator did not make is passed over.
DO $$
DECLARE
    role text;
    held text;
BEGIN
    FOR role, held IN VALUES
        ('khen_app', 'USAGE ON SCHEMA ledger, office, rows, seal'),
        ('khen_app', 'SELECT, INSERT ON ledger.ledger, ledger.stream, ledger.event'),
        ('khen_app', 'SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA office'),
        ('khen_app', 'EXECUTE ON ALL FUNCTIONS IN SCHEMA office'),
        ('khen_app', 'SELECT ON ALL TABLES IN SCHEMA rows'),
        ('khen_app', 'SELECT ON ALL TABLES IN SCHEMA seal'),
        ('khen_app', 'SELECT ON ledger.migration'),
        ('khen_worker', 'USAGE ON SCHEMA ledger, office, rows, seal'),
        ('khen_worker', 'SELECT, INSERT ON ledger.ledger, ledger.stream, ledger.event'),
        ('khen_worker', 'SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA office'),
        ('khen_worker', 'EXECUTE ON ALL FUNCTIONS IN SCHEMA office'),
        ('khen_worker', 'SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA rows'),
        ('khen_worker', 'SELECT, INSERT, UPDATE ON seal.log, seal.tile, seal.checkpoint'),
        ('khen_worker', 'SELECT ON ledger.migration, seal.migration'),
        ('khen_exporter', 'USAGE ON SCHEMA ledger, seal'),
        ('khen_exporter', 'SELECT ON ledger.ledger, ledger.stream, ledger.event'),
        ('khen_exporter', 'SELECT ON seal.log, seal.tile, seal.checkpoint'),
        ('khen_auditor', 'USAGE ON SCHEMA ledger, rows, seal'),
        ('khen_auditor', 'SELECT ON ledger.ledger, ledger.stream, ledger.event'),
        ('khen_auditor', 'SELECT ON ALL TABLES IN SCHEMA rows'),
        ('khen_auditor', 'SELECT ON seal.log, seal.tile, seal.checkpoint')
    LOOP
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
            EXECUTE format('GRANT %s TO %I', held, role);
        END IF;
    END LOOP;
    -- The history of the tables is the owner's alone to write.
    FOREACH role IN ARRAY ARRAY['khen_app', 'khen_worker'] LOOP
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
            EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON office.migration FROM %I', role);
        END IF;
    END LOOP;
END
$$
