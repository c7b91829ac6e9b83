-- Whether this transaction may write nothing: as on a standby, or where the database was told so.
SELECT current_setting('transaction_read_only')::boolean
