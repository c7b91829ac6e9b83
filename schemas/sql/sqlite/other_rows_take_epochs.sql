-- The other set's cursors take the epochs of the rows that serve; a ledger unknown there was never fenced.
UPDATE other.cursor_v1 SET epoch = 0;
INSERT INTO other.cursor_v1 (ledger, position, epoch)
SELECT served.ledger, 0, served.epoch FROM main.cursor_v1 AS served WHERE true
ON CONFLICT (ledger) DO UPDATE SET epoch = excluded.epoch;
