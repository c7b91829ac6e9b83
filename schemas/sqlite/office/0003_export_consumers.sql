-- How far those who pull a ledger say that they have it. It never goes back: whoever begins anew is
-- forgotten first.

CREATE TABLE export_consumer (
    ledger TEXT NOT NULL,
    consumer TEXT NOT NULL,
    client TEXT NOT NULL,
    profile TEXT NOT NULL,
    position INTEGER NOT NULL CONSTRAINT export_consumer_is_at_a_position CHECK (position >= 0),
    root BLOB NOT NULL CONSTRAINT export_consumer_root_is_whole CHECK (length(root) = 32),
    acked_us INTEGER NOT NULL,
    CONSTRAINT export_consumer_pk PRIMARY KEY (ledger, consumer)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER export_consumer_never_goes_back BEFORE UPDATE ON export_consumer
WHEN NEW.position < OLD.position OR NEW.client <> OLD.client
BEGIN
    SELECT RAISE(ABORT, 'an acknowledgement never goes back, and stays its client''s');
END;
