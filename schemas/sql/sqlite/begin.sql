-- IMMEDIATE: what is checked stays as it is until the commit.
BEGIN IMMEDIATE
