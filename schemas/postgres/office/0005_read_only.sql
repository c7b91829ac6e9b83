-- A time in which an operator has nothing recorded; at most one row.

CREATE TABLE office.read_only (
    is_read_only boolean NOT NULL
    CONSTRAINT read_only_pk PRIMARY KEY
    CONSTRAINT read_only_is_said_once CHECK (is_read_only),
    reason text COLLATE "C" NOT NULL,
    since_us bigint NOT NULL
);
