-- How far those who pull a ledger say that they have it. It never goes back: whoever begins anew is
-- forgotten first.

CREATE TABLE office.export_consumer (
    ledger text COLLATE "C" NOT NULL,
    consumer text COLLATE "C" NOT NULL,
    client text COLLATE "C" NOT NULL,
    profile text COLLATE "C" NOT NULL,
    position bigint NOT NULL
    CONSTRAINT export_consumer_is_at_a_position CHECK (position >= 0),
    root bytea NOT NULL
    CONSTRAINT export_consumer_root_is_whole CHECK (octet_length(root) = 32),
    acked_us bigint NOT NULL,
    CONSTRAINT export_consumer_pk PRIMARY KEY (ledger, consumer)
);

CREATE TRIGGER export_consumer_never_goes_back BEFORE UPDATE ON office.export_consumer
FOR EACH ROW WHEN (new.position < old.position OR new.client <> old.client)
EXECUTE FUNCTION office.refuse('an acknowledgement never goes back, and stays its client''s');
