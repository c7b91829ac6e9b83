SELECT stream.name
FROM stream
WHERE stream.stream_no = ?1
