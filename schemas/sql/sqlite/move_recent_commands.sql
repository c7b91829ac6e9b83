-- In the order of the key: neighbours share a page.
INSERT INTO command_old (
    prefix,
    first_seat
)
SELECT
    prefix,
    first_seat
FROM command_recent
ORDER BY
    prefix,
    first_seat
