SELECT client_id
FROM office.client
ORDER BY
    registered_us,
    client_id
