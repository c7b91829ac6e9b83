-- The first time of revoking stands.
UPDATE office.credential
SET revoked_us = coalesce(revoked_us, $2)
WHERE token_id = $1
RETURNING token_id
