DELETE FROM command_new
