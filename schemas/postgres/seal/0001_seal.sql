-- The logs of ledgers: tiles, how large each log is, and the newest checkpoints. All but the
-- cosignatures can be made again from the ledger.
--
-- Text is compared byte by byte (COLLATE "C"): in the same order on every server, and as SQLite does.

-- The epoch is that of whoever moved the log last; an earlier one is refused.
CREATE TABLE seal.log (
    ledger text COLLATE "C" NOT NULL CONSTRAINT log_pk PRIMARY KEY,
    size bigint NOT NULL CONSTRAINT log_size_is_a_count CHECK (size >= 0),
    epoch bigint NOT NULL CONSTRAINT log_epoch_is_a_count CHECK (epoch >= 0)
);

-- One hash is 32 bytes, a full tile 256 of them.
CREATE TABLE seal.tile (
    ledger text COLLATE "C" NOT NULL,
    level smallint NOT NULL,
    number bigint NOT NULL,
    bytes bytea NOT NULL
        CONSTRAINT tile_holds_hashes
        CHECK (octet_length(bytes) BETWEEN 32 AND 8192 AND octet_length(bytes) % 32 = 0),
    CONSTRAINT tile_pk PRIMARY KEY (ledger, level, number)
);

-- Hashes do not become smaller: trying to compress them would cost every write and gain nothing.
ALTER TABLE seal.tile ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- The kinds are `signed`, the newest of the log, and `witnessed`, the newest that witnesses cosigned.
CREATE TABLE seal.checkpoint (
    ledger text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL
        CONSTRAINT checkpoint_is_of_a_kind CHECK (kind IN ('signed', 'witnessed')),
    size bigint NOT NULL CONSTRAINT checkpoint_size_is_a_count CHECK (size >= 0),
    note text NOT NULL,
    keys text NOT NULL,
    signed_us bigint NOT NULL,
    CONSTRAINT checkpoint_pk PRIMARY KEY (ledger, kind)
);

-- Guards. They hold for every role, the owner's included; whoever may drop a trigger leaves that to be
-- seen.

CREATE FUNCTION seal.refuse() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER tile_only_grows BEFORE UPDATE ON seal.tile
FOR EACH ROW WHEN (
    old.ledger <> new.ledger
    OR old.level <> new.level
    OR old.number <> new.number
    OR old.bytes <> substring(new.bytes FROM 1 FOR octet_length(old.bytes))
)
EXECUTE FUNCTION seal.refuse('a tile only grows');

CREATE TRIGGER tile_is_never_deleted BEFORE DELETE OR TRUNCATE ON seal.tile
FOR EACH STATEMENT EXECUTE FUNCTION seal.refuse('a tile is never deleted');
