-- Ledgers whose log does not go on from what was signed or witnessed: nothing more is recorded in them.

CREATE TABLE ledger_halt (
    ledger TEXT NOT NULL CONSTRAINT ledger_halt_pk PRIMARY KEY,
    witnessed INTEGER NOT NULL CONSTRAINT ledger_halt_witnessed_is_a_size CHECK (witnessed >= 0),
    reason TEXT NOT NULL,
    since_us INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
