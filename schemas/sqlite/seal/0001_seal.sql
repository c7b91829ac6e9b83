-- The logs of ledgers: tiles, how large each log is, and the newest checkpoints. All but the
-- cosignatures can be made again from the ledger.

-- The epoch is that of whoever moved the log last; an earlier one is refused.
CREATE TABLE log (
    ledger TEXT NOT NULL CONSTRAINT log_pk PRIMARY KEY,
    size INTEGER NOT NULL CONSTRAINT log_size_is_a_count CHECK (size >= 0),
    epoch INTEGER NOT NULL CONSTRAINT log_epoch_is_a_count CHECK (epoch >= 0)
) STRICT, WITHOUT ROWID;

-- One hash is 32 bytes, a full tile 256 of them. Not WITHOUT ROWID: the index is searched without
-- reading through the tiles themselves.
CREATE TABLE tile (
    ledger TEXT NOT NULL,
    level INTEGER NOT NULL,
    number INTEGER NOT NULL,
    bytes BLOB NOT NULL
        CONSTRAINT tile_holds_hashes CHECK (length(bytes) BETWEEN 32 AND 8192 AND length(bytes) % 32 = 0),
    CONSTRAINT tile_pk PRIMARY KEY (ledger, level, number)
) STRICT;

CREATE TRIGGER tile_only_grows BEFORE UPDATE ON tile
WHEN OLD.ledger <> NEW.ledger
    OR OLD.level <> NEW.level
    OR OLD.number <> NEW.number
    OR OLD.bytes <> substr(NEW.bytes, 1, length(OLD.bytes))
BEGIN
    SELECT RAISE(ABORT, 'a tile only grows');
END;

CREATE TRIGGER tile_is_never_deleted BEFORE DELETE ON tile
BEGIN
    SELECT RAISE(ABORT, 'a tile is never deleted');
END;

-- The kinds are `signed`, the newest of the log, and `witnessed`, the newest that witnesses cosigned.
CREATE TABLE checkpoint (
    ledger TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT checkpoint_is_of_a_kind CHECK (kind IN ('signed', 'witnessed')),
    size INTEGER NOT NULL CONSTRAINT checkpoint_size_is_a_count CHECK (size >= 0),
    note TEXT NOT NULL,
    keys TEXT NOT NULL,
    signed_us INTEGER NOT NULL,
    CONSTRAINT checkpoint_pk PRIMARY KEY (ledger, kind)
) STRICT, WITHOUT ROWID;
