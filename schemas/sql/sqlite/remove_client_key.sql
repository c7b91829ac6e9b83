-- The first time of removing stands.
UPDATE client_key
SET removed_us = COALESCE(removed_us, ?3)
WHERE client_id = ?1 AND key_id = ?2
