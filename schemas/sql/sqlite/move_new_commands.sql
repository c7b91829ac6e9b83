-- In the order of the key: neighbours share a page.
INSERT INTO command_recent (
    prefix,
    first_seat
)
SELECT
    prefix,
    first_seat
FROM command_new
ORDER BY
    prefix,
    first_seat
