SELECT count(*)
FROM command_recent
