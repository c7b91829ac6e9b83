-- The cursors beside take the epochs of the rows that serve; a ledger unknown there was never fenced.
UPDATE rows_next.cursor_v1 SET epoch = 0;
INSERT INTO rows_next.cursor_v1 (ledger, position, epoch)
SELECT ledger, 0, epoch FROM rows.cursor_v1
ON CONFLICT (ledger) DO UPDATE SET epoch = excluded.epoch;
