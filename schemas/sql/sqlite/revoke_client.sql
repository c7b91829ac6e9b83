-- The first time of revoking stands.
UPDATE client
SET revoked_us = COALESCE(revoked_us, ?2)
WHERE client_id = ?1
