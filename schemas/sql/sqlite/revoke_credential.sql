-- The first time of revoking stands.
UPDATE credential
SET revoked_us = COALESCE(revoked_us, ?2)
WHERE token_id = ?1
