SELECT count(*)
FROM command_new
