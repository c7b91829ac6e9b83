DELETE FROM used_assertion
WHERE keep_until_us <= ?1
