-- Moves when another connection has committed since our last look.
PRAGMA data_version
