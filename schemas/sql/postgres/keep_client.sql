-- One statement, so that a client is kept whole or not at all.
WITH granted AS (
    INSERT INTO office.client_grant (
        client_id,
        ledger,
        assignment
    )
    SELECT
        $1,
        given.ledger,
        given.assignment
    FROM unnest($6::text [], $7::text []) AS given (ledger, assignment)
),

keyed AS (
    INSERT INTO office.client_key (
        client_id,
        key_id,
        public,
        added_us,
        removed_us
    )
    SELECT
        $1,
        given.key_id,
        given.public,
        given.added_us,
        given.removed_us
    FROM unnest(
        $8::text [], $9::text [], $10::bigint [], $11::bigint []
    ) AS given (key_id, public, added_us, removed_us)
)

INSERT INTO office.client (
    client_id,
    name,
    scopes,
    registered_us,
    revoked_us
) VALUES ($1, $2, $3, $4, $5)
