-- The first time of removing stands.
UPDATE office.client_key
SET removed_us = coalesce(removed_us, $3)
WHERE client_id = $1 AND key_id = $2
RETURNING key_id
