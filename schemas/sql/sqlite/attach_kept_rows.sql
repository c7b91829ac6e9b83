-- Where the rows that served are kept.
ATTACH DATABASE ?1 AS kept
