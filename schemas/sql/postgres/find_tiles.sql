-- For each of these places in order: the tile, or none.
SELECT tile.bytes
FROM unnest($2::smallint[], $3::bigint[]) WITH ORDINALITY AS wanted (level, number, place)
LEFT JOIN LATERAL (
    SELECT tile.bytes
    FROM seal.tile
    WHERE tile.ledger = $1 AND tile.level = wanted.level AND tile.number = wanted.number
    LIMIT 1
) AS tile ON true
ORDER BY wanted.place
