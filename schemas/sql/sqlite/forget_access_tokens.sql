DELETE FROM access_token
WHERE expires_us <= ?1
