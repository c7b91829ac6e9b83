-- Ledgers whose log does not go on from what was signed or witnessed: nothing more is recorded in them.

CREATE TABLE office.ledger_halt (
    ledger text COLLATE "C" NOT NULL CONSTRAINT ledger_halt_pk PRIMARY KEY,
    witnessed bigint NOT NULL
    CONSTRAINT ledger_halt_witnessed_is_a_size CHECK (witnessed >= 0),
    reason text COLLATE "C" NOT NULL,
    since_us bigint NOT NULL
);
