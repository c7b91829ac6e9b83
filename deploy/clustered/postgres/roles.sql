-- Makes the database `khen`, its five roles and its four schemas, and says who may do what with the
-- tables that `khen migrate` makes in them. Run it as a superuser, again after every change of this
-- file; running it twice changes nothing:
--
--     psql -X -f roles.sql postgres
--
-- It sets no passwords. Set each with `\password khen_app` and so on: psql sends only its hash.

\set ON_ERROR_STOP on

SELECT format('CREATE ROLE %I', wanted)
FROM unnest(ARRAY['khen_owner', 'khen_app', 'khen_worker', 'khen_exporter', 'khen_auditor']) AS wanted
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted)
\gexec

-- Migrates, and makes all rows again; nothing that serves or follows runs as this role.
ALTER ROLE khen_owner LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
    CONNECTION LIMIT 20;
-- `khen serve`, and the tasks of an operator.
ALTER ROLE khen_app LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
-- `khen work`.
ALTER ROLE khen_worker LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
-- Programs that carry events out of the building: no keys, no rows, hence no clear name.
ALTER ROLE khen_exporter LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
    CONNECTION LIMIT 10;
-- People who audit: events and rows, which hold clear names, but no keys.
ALTER ROLE khen_auditor LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
    CONNECTION LIMIT 10;

-- Read-only by right as well; this catches the mistake earlier, and a forgotten query ends by itself.
ALTER ROLE khen_exporter SET default_transaction_read_only = on;
ALTER ROLE khen_exporter SET statement_timeout = '5min';
ALTER ROLE khen_auditor SET default_transaction_read_only = on;
ALTER ROLE khen_auditor SET statement_timeout = '5min';

-- Text is compared byte by byte, as the embedded store does, so that no update of the C library or
-- of ICU can put an index out of order.
SELECT 'CREATE DATABASE khen TEMPLATE template0 ENCODING ''UTF8'' LC_COLLATE ''C'' LC_CTYPE ''C.UTF-8'''
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'khen')
\gexec

REVOKE ALL ON DATABASE khen FROM PUBLIC;
GRANT CONNECT ON DATABASE khen TO khen_owner, khen_app, khen_worker, khen_exporter, khen_auditor;
-- `khen rebuild` fills a schema beside `rows` and puts it in its place.
GRANT CREATE ON DATABASE khen TO khen_owner;

\connect khen

REVOKE ALL ON SCHEMA public FROM PUBLIC;

CREATE SCHEMA IF NOT EXISTS ledger AUTHORIZATION khen_owner;
CREATE SCHEMA IF NOT EXISTS office AUTHORIZATION khen_owner;
CREATE SCHEMA IF NOT EXISTS rows AUTHORIZATION khen_owner;
CREATE SCHEMA IF NOT EXISTS seal AUTHORIZATION khen_owner;

REVOKE ALL ON SCHEMA ledger, office, rows, seal FROM PUBLIC;
GRANT USAGE ON SCHEMA ledger TO khen_app, khen_worker, khen_exporter, khen_auditor;
GRANT USAGE ON SCHEMA office TO khen_app, khen_worker;
GRANT USAGE ON SCHEMA rows TO khen_app, khen_worker, khen_auditor;
GRANT USAGE ON SCHEMA seal TO khen_app, khen_worker, khen_exporter, khen_auditor;

-- Tables that khen_owner makes from now on. In the ledger and its logs these are rights to read only: the
-- right to add events, or tiles, is given table by table by `khen migrate`, so that the table in which it
-- keeps its own history stays closed. Nobody is ever given UPDATE, DELETE or TRUNCATE of events, nor
-- DELETE or TRUNCATE of tiles.
ALTER DEFAULT PRIVILEGES FOR ROLE khen_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE khen_owner IN SCHEMA ledger
    GRANT SELECT ON TABLES TO khen_app, khen_worker, khen_exporter, khen_auditor;
ALTER DEFAULT PRIVILEGES FOR ROLE khen_owner IN SCHEMA seal
    GRANT SELECT ON TABLES TO khen_app, khen_worker, khen_exporter, khen_auditor;
ALTER DEFAULT PRIVILEGES FOR ROLE khen_owner IN SCHEMA office
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO khen_app, khen_worker;
ALTER DEFAULT PRIVILEGES FOR ROLE khen_owner IN SCHEMA rows
    GRANT SELECT ON TABLES TO khen_app, khen_auditor;
ALTER DEFAULT PRIVILEGES FOR ROLE khen_owner IN SCHEMA rows
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO khen_worker;
