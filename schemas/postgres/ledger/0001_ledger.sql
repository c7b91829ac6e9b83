-- The ledger: what happened, for ever. Rows are only ever added.
--
-- There is no sequence and no row that is written twice: numbers follow from what stands in the
-- tables, under the lock of the ledger. There are no foreign keys either: each would cost every event
-- a look-up of its own, and one committer writes all three tables in one transaction.

CREATE TABLE ledger.ledger (
    ledger_no bigint NOT NULL CONSTRAINT ledger_pk PRIMARY KEY,
    slug text NOT NULL,
    source text NOT NULL,
    -- The number is the upper part of a seat and must leave it positive.
    CONSTRAINT ledger_no_fits_a_seat CHECK (ledger_no BETWEEN 1 AND 4194303)
);

CREATE UNIQUE INDEX ledger_by_slug ON ledger.ledger (slug);

-- Streams are interned: events name them by number, which is the seat of the stream's first event.
CREATE TABLE ledger.stream (
    stream_no bigint NOT NULL CONSTRAINT stream_pk PRIMARY KEY,
    ledger_no bigint NOT NULL,
    name text NOT NULL
);

CREATE UNIQUE INDEX stream_by_name ON ledger.stream (ledger_no, name);

-- `seat` is ledger_no * 2^40 + position: a ledger's events lie side by side in the index, in order.
-- Columns of fixed width come first, so that none is padded.
CREATE TABLE ledger.event (
    seat bigint NOT NULL CONSTRAINT event_pk PRIMARY KEY,
    stream_no bigint NOT NULL,
    version bigint NOT NULL CONSTRAINT event_version_counts_from_one CHECK (version > 0),
    occurred_us bigint NOT NULL,
    recorded_us bigint NOT NULL,
    -- The first 8 bytes of the command's id, at the first event of an append only.
    command_prefix bigint,
    id uuid NOT NULL,
    event_type text NOT NULL,
    assignment text NOT NULL,
    correlation text NOT NULL,
    command bytea NOT NULL CONSTRAINT event_command_is_whole CHECK (octet_length(command) = 16),
    salt bytea NOT NULL CONSTRAINT event_salt_is_whole CHECK (octet_length(salt) = 32),
    data_hash bytea NOT NULL
        CONSTRAINT event_data_hash_is_whole CHECK (octet_length(data_hash) = 32),
    data bytea NOT NULL
);

CREATE UNIQUE INDEX event_by_stream ON ledger.event (stream_no, version);

-- Which commands are known: the prefix leads to the first event of the append, where the whole id
-- stands.
CREATE INDEX event_by_command ON ledger.event (command_prefix, seat)
WHERE command_prefix IS NOT NULL;

-- Guards. They stop even the owner; whoever may drop a trigger leaves that to be seen.

CREATE FUNCTION ledger.refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the table % is evidence: its rows are never changed or deleted', TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER event_is_never_changed
BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.event
FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();

CREATE TRIGGER stream_is_never_changed
BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.stream
FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();

CREATE TRIGGER ledger_is_never_changed
BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.ledger
FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
