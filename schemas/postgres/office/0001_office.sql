-- The office: keys, credentials, files, and what workers know of each other.
--
-- Text is compared byte by byte (COLLATE "C"): in the same order on every server, and as SQLite does.

-- A key of NULL is a destroyed key: the owner never gets another. Dead versions of a row hold the key
-- until they are vacuumed, so that the first one is reason enough for it, at full speed.
CREATE TABLE office.owner_key (
    ledger text COLLATE "C" NOT NULL,
    owner text COLLATE "C" NOT NULL,
    wrapped bytea,
    CONSTRAINT owner_key_pk PRIMARY KEY (ledger, owner)
) WITH (
    autovacuum_enabled = true,
    autovacuum_vacuum_threshold = 0,
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_cost_delay = 0
);

-- In the row itself: no copy in a second table.
ALTER TABLE office.owner_key ALTER COLUMN wrapped SET STORAGE PLAIN;

CREATE TABLE office.reference (
    ledger text COLLATE "C" NOT NULL,
    reference text COLLATE "C" NOT NULL,
    owner text COLLATE "C" NOT NULL,
    CONSTRAINT reference_pk PRIMARY KEY (ledger, reference)
) WITH (
    autovacuum_enabled = true,
    autovacuum_vacuum_threshold = 0,
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_cost_delay = 0
);

CREATE INDEX reference_by_owner ON office.reference (ledger, owner);

CREATE TABLE office.credential (
    token_id text COLLATE "C" NOT NULL CONSTRAINT credential_pk PRIMARY KEY,
    secret_hash bytea NOT NULL
        CONSTRAINT credential_hash_is_whole CHECK (octet_length(secret_hash) = 32),
    ledger text COLLATE "C" NOT NULL,
    assignment text COLLATE "C" NOT NULL,
    label text COLLATE "C" NOT NULL,
    issued_us bigint NOT NULL,
    expires_us bigint NOT NULL,
    revoked_us bigint
);

CREATE INDEX credential_by_ledger ON office.credential (ledger, issued_us);

CREATE TABLE office.stored_file (
    ledger text COLLATE "C" NOT NULL,
    sha256 bytea NOT NULL
        CONSTRAINT stored_file_hash_is_whole CHECK (octet_length(sha256) = 32),
    owner text COLLATE "C" NOT NULL,
    blob text COLLATE "C" NOT NULL,
    wrapped bytea NOT NULL,
    media_type text COLLATE "C" NOT NULL,
    size bigint NOT NULL CONSTRAINT stored_file_size_is_a_count CHECK (size >= 0),
    CONSTRAINT stored_file_pk PRIMARY KEY (ledger, sha256, owner)
);

-- The epoch is that of whoever moved the cursor last; an earlier one is refused.
CREATE TABLE office.sink_cursor (
    sink text COLLATE "C" NOT NULL,
    ledger text COLLATE "C" NOT NULL,
    position bigint NOT NULL CONSTRAINT sink_cursor_is_a_count CHECK (position >= 0),
    epoch bigint NOT NULL CONSTRAINT sink_cursor_epoch_is_a_count CHECK (epoch >= 0),
    CONSTRAINT sink_cursor_pk PRIMARY KEY (sink, ledger)
);

CREATE TABLE office.sink_stop (
    sink text COLLATE "C" NOT NULL,
    ledger text COLLATE "C" NOT NULL,
    position bigint NOT NULL CONSTRAINT sink_stop_is_at_a_position CHECK (position >= 0),
    reason text COLLATE "C" NOT NULL,
    stopped_us bigint NOT NULL,
    CONSTRAINT sink_stop_pk PRIMARY KEY (sink, ledger)
);

-- Processes that are at work, also those that hold nothing: each counts in the share of the others.
CREATE TABLE office.lease_holder (
    holder text COLLATE "C" NOT NULL CONSTRAINT lease_holder_pk PRIMARY KEY,
    expires_us bigint NOT NULL
);

-- Every partition of the ledgers, from the start; one that nobody holds has expired.
CREATE TABLE office.lease (
    partition bigint NOT NULL CONSTRAINT lease_pk PRIMARY KEY,
    holder text COLLATE "C",
    epoch bigint NOT NULL CONSTRAINT lease_epoch_is_a_count CHECK (epoch >= 0),
    expires_us bigint NOT NULL
);

INSERT INTO office.lease (partition, holder, epoch, expires_us)
SELECT
    number,
    NULL,
    0,
    0
FROM generate_series(0, 63) AS number;

-- The clock that judges leases, in microseconds: of the server, and of the moment, where `now()`
-- would be the beginning of the transaction.
CREATE FUNCTION office.clock_us() RETURNS bigint
LANGUAGE sql VOLATILE
RETURN (extract(EPOCH FROM clock_timestamp()) * 1000000)::bigint;

-- Guards. They hold for every role, the owner's included; whoever may drop a trigger leaves that to be
-- seen.

CREATE FUNCTION office.refuse() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER owner_key_stays_destroyed BEFORE UPDATE ON office.owner_key
FOR EACH ROW WHEN (old.wrapped IS NULL AND new.wrapped IS NOT NULL)
EXECUTE FUNCTION office.refuse('a destroyed key is destroyed for ever');

CREATE TRIGGER owner_key_keeps_its_owner BEFORE UPDATE ON office.owner_key
FOR EACH ROW WHEN (old.ledger <> new.ledger OR old.owner <> new.owner)
EXECUTE FUNCTION office.refuse('an owner is never forgotten: a key stays with its owner');

CREATE TRIGGER owner_key_is_remembered BEFORE DELETE OR TRUNCATE ON office.owner_key
FOR EACH STATEMENT
EXECUTE FUNCTION office.refuse('an owner is never forgotten: a destroyed key must stay destroyed');

-- Nothing leads to an owner whose key is destroyed. The lock of the owner puts those in order who keep
-- a reference and who destroy the key: a statement alone would not see what the other is about to
-- commit. Each statement of a function sees what was committed before it began (READ COMMITTED).

CREATE FUNCTION office.lock_owner(ledger text, owner text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(1802003823, hashtext(ledger || '/' || owner));
END
$$;

CREATE FUNCTION office.strike_references() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM office.lock_owner(NEW.ledger, NEW.owner);
    DELETE FROM office.reference
    WHERE reference.ledger = NEW.ledger AND reference.owner = NEW.owner;
    RETURN NULL;
END
$$;

CREATE TRIGGER references_vanish_with_the_key AFTER INSERT OR UPDATE ON office.owner_key
FOR EACH ROW WHEN (new.wrapped IS NULL)
EXECUTE FUNCTION office.strike_references();

CREATE FUNCTION office.pass_over_the_destroyed() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM office.lock_owner(NEW.ledger, NEW.owner);
    IF EXISTS (
        SELECT
        FROM office.owner_key
        WHERE owner_key.ledger = NEW.ledger
            AND owner_key.owner = NEW.owner
            AND owner_key.wrapped IS NULL
    ) THEN
        RETURN NULL;
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER reference_leads_to_the_living BEFORE INSERT OR UPDATE ON office.reference
FOR EACH ROW EXECUTE FUNCTION office.pass_over_the_destroyed();
