DELETE FROM command_recent
