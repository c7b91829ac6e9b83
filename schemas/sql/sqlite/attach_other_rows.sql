-- The set that takes the place of the rows that serve.
ATTACH DATABASE ?1 AS other
