-- A time in which an operator has nothing recorded; at most one row.

CREATE TABLE read_only (
    is_read_only INTEGER NOT NULL
    CONSTRAINT read_only_pk PRIMARY KEY
    CONSTRAINT read_only_is_said_once CHECK (is_read_only = 1),
    reason TEXT NOT NULL,
    since_us INTEGER NOT NULL
) STRICT;
