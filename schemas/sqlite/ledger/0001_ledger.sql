-- The ledger file: what happened, for ever. Rows are only ever added.

CREATE TABLE ledger (
    ledger_no INTEGER NOT NULL CONSTRAINT ledger_pk PRIMARY KEY,
    slug TEXT NOT NULL,
    source TEXT NOT NULL,
    -- The number is the upper part of a seat and must leave it positive.
    CONSTRAINT ledger_no_fits_a_seat CHECK (ledger_no BETWEEN 1 AND 4194303)
) STRICT;

CREATE UNIQUE INDEX ledger_by_slug ON ledger (slug);

-- Streams are interned: events name them by number.
CREATE TABLE stream (
    stream_no INTEGER NOT NULL CONSTRAINT stream_pk PRIMARY KEY,
    ledger_no INTEGER NOT NULL CONSTRAINT stream_of_a_ledger REFERENCES ledger (ledger_no),
    name TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX stream_by_name ON stream (ledger_no, name);

-- `seat` is ledger_no * 2^40 + position: a ledger's events lie side by side, in order, and are
-- read as a range of the table itself.
CREATE TABLE event (
    seat INTEGER NOT NULL CONSTRAINT event_pk PRIMARY KEY,
    stream_no INTEGER NOT NULL CONSTRAINT event_of_a_stream REFERENCES stream (stream_no),
    version INTEGER NOT NULL CONSTRAINT event_version_counts_from_one CHECK (version > 0),
    id BLOB NOT NULL CONSTRAINT event_id_is_a_uuid CHECK (length(id) = 16),
    event_type TEXT NOT NULL,
    occurred_us INTEGER NOT NULL,
    recorded_us INTEGER NOT NULL,
    assignment TEXT NOT NULL,
    command BLOB NOT NULL CONSTRAINT event_command_is_whole CHECK (length(command) = 16),
    correlation TEXT NOT NULL,
    salt BLOB NOT NULL CONSTRAINT event_salt_is_whole CHECK (length(salt) = 32),
    data BLOB NOT NULL,
    data_hash BLOB NOT NULL CONSTRAINT event_data_hash_is_whole CHECK (length(data_hash) = 32)
) STRICT;

CREATE UNIQUE INDEX event_by_stream ON event (stream_no, version);

-- Which commands are known: the first 8 bytes of the id lead to the first event of the append,
-- where the whole id stands. Ids are hashes, so one large index would have another page written
-- for every append; commands are therefore taken up in a small table and moved on in sorted
-- crowds, which share pages. All three could be filled again from the events.
CREATE TABLE command_new (
    prefix INTEGER NOT NULL,
    first_seat INTEGER NOT NULL,
    CONSTRAINT command_new_pk PRIMARY KEY (prefix, first_seat)
) STRICT, WITHOUT ROWID;

CREATE TABLE command_recent (
    prefix INTEGER NOT NULL,
    first_seat INTEGER NOT NULL,
    CONSTRAINT command_recent_pk PRIMARY KEY (prefix, first_seat)
) STRICT, WITHOUT ROWID;

CREATE TABLE command_old (
    prefix INTEGER NOT NULL,
    first_seat INTEGER NOT NULL,
    CONSTRAINT command_old_pk PRIMARY KEY (prefix, first_seat)
) STRICT, WITHOUT ROWID;

-- Guards. Our connections set recursive_triggers, so that REPLACE fires them too. (A trigger on
-- every insert of an event would cost each of them a statement journal.)

CREATE TRIGGER event_is_never_updated BEFORE UPDATE ON event
BEGIN
    SELECT RAISE(ABORT, 'an event is never changed: it is evidence');
END;

CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN
    SELECT RAISE(ABORT, 'an event is never deleted: it is evidence');
END;

CREATE TRIGGER stream_is_never_updated BEFORE UPDATE ON stream
BEGIN
    SELECT RAISE(ABORT, 'a stream keeps its number and name: events name it');
END;

CREATE TRIGGER stream_is_never_deleted BEFORE DELETE ON stream
BEGIN
    SELECT RAISE(ABORT, 'a stream is never deleted: events name it');
END;

CREATE TRIGGER ledger_is_never_updated BEFORE UPDATE ON ledger
BEGIN
    SELECT RAISE(ABORT, 'a ledger keeps its slug and source: they are part of every leaf');
END;

CREATE TRIGGER ledger_is_never_deleted BEFORE DELETE ON ledger
BEGIN
    SELECT RAISE(ABORT, 'a ledger is never deleted: it is evidence');
END;

CREATE TRIGGER command_old_is_never_updated BEFORE UPDATE ON command_old
BEGIN
    SELECT RAISE(ABORT, 'a known command stays known: its event says so');
END;

CREATE TRIGGER command_old_is_never_deleted BEFORE DELETE ON command_old
BEGIN
    SELECT RAISE(ABORT, 'a known command stays known: its event says so');
END;
