-- From here on nobody else writes to the file; readers read.
BEGIN IMMEDIATE
