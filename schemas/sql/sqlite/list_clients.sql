SELECT client_id
FROM client
ORDER BY
    registered_us,
    client_id
