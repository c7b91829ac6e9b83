-- `unixepoch` is the clock of the store: seconds, with three digits behind the point.
INSERT INTO lease_holder (holder, expires_us)
VALUES (?1, CAST(unixepoch('subsec') * 1000000 AS INTEGER) + ?2)
ON CONFLICT (holder) DO UPDATE SET expires_us = excluded.expires_us
