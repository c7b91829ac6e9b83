-- The first time of revoking stands.
UPDATE office.client
SET revoked_us = coalesce(revoked_us, $2)
WHERE client_id = $1
RETURNING client_id
