-- The office file: keys, credentials, files, and how far sinks have come. Deleted values are overwritten (secure_delete).

-- A key of NULL is a destroyed key: the owner never gets another.
CREATE TABLE owner_key (
    ledger TEXT NOT NULL,
    owner TEXT NOT NULL,
    wrapped BLOB,
    CONSTRAINT owner_key_pk PRIMARY KEY (ledger, owner)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER owner_key_stays_destroyed BEFORE UPDATE ON owner_key
WHEN OLD.wrapped IS NULL AND NEW.wrapped IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'a destroyed key is destroyed for ever');
END;

CREATE TRIGGER owner_key_is_remembered BEFORE DELETE ON owner_key
BEGIN
    SELECT RAISE(ABORT, 'an owner is never forgotten: a destroyed key must stay destroyed');
END;

CREATE TABLE reference (
    ledger TEXT NOT NULL,
    reference TEXT NOT NULL,
    owner TEXT NOT NULL,
    CONSTRAINT reference_pk PRIMARY KEY (ledger, reference)
) STRICT, WITHOUT ROWID;

CREATE INDEX reference_by_owner ON reference (ledger, owner);

CREATE TABLE credential (
    token_id TEXT NOT NULL CONSTRAINT credential_pk PRIMARY KEY,
    secret_hash BLOB NOT NULL CONSTRAINT credential_hash_is_whole CHECK (length(secret_hash) = 32),
    ledger TEXT NOT NULL,
    assignment TEXT NOT NULL,
    label TEXT NOT NULL,
    issued_us INTEGER NOT NULL,
    expires_us INTEGER NOT NULL,
    revoked_us INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX credential_by_ledger ON credential (ledger, issued_us);

CREATE TABLE stored_file (
    ledger TEXT NOT NULL,
    sha256 BLOB NOT NULL CONSTRAINT stored_file_hash_is_whole CHECK (length(sha256) = 32),
    owner TEXT NOT NULL,
    blob TEXT NOT NULL,
    wrapped BLOB NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL CONSTRAINT stored_file_size_is_a_count CHECK (size >= 0),
    CONSTRAINT stored_file_pk PRIMARY KEY (ledger, sha256, owner)
) STRICT, WITHOUT ROWID;

-- The epoch is that of whoever moved the cursor last; an earlier one is refused.
CREATE TABLE sink_cursor (
    sink TEXT NOT NULL,
    ledger TEXT NOT NULL,
    position INTEGER NOT NULL CONSTRAINT sink_cursor_is_a_count CHECK (position >= 0),
    epoch INTEGER NOT NULL CONSTRAINT sink_cursor_epoch_is_a_count CHECK (epoch >= 0),
    CONSTRAINT sink_cursor_pk PRIMARY KEY (sink, ledger)
) STRICT, WITHOUT ROWID;

CREATE TABLE sink_stop (
    sink TEXT NOT NULL,
    ledger TEXT NOT NULL,
    position INTEGER NOT NULL CONSTRAINT sink_stop_is_at_a_position CHECK (position >= 0),
    reason TEXT NOT NULL,
    stopped_us INTEGER NOT NULL,
    CONSTRAINT sink_stop_pk PRIMARY KEY (sink, ledger)
) STRICT, WITHOUT ROWID;

-- Processes that are at work, also those that hold nothing: each counts in the share of the others.
CREATE TABLE lease_holder (
    holder TEXT NOT NULL CONSTRAINT lease_holder_pk PRIMARY KEY,
    expires_us INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Every partition of the ledgers, from the start; one that nobody holds has expired.
CREATE TABLE lease (
    partition INTEGER NOT NULL CONSTRAINT lease_pk PRIMARY KEY,
    holder TEXT,
    epoch INTEGER NOT NULL CONSTRAINT lease_epoch_is_a_count CHECK (epoch >= 0),
    expires_us INTEGER NOT NULL
) STRICT;

INSERT INTO lease (partition, holder, epoch, expires_us)
WITH RECURSIVE numbers (number) AS (
    SELECT 0
    UNION ALL
    SELECT number + 1
    FROM numbers
    WHERE number < 63
)
SELECT
    number,
    NULL,
    0,
    0
FROM numbers;
