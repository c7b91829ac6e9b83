-- Programs that ask for access tokens with a key of their own, and the tokens that they got.

CREATE TABLE client (
    client_id TEXT NOT NULL CONSTRAINT client_pk PRIMARY KEY,
    name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    registered_us INTEGER NOT NULL,
    revoked_us INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE client_grant (
    client_id TEXT NOT NULL,
    ledger TEXT NOT NULL,
    assignment TEXT NOT NULL,
    CONSTRAINT client_grant_pk PRIMARY KEY (client_id, ledger)
) STRICT, WITHOUT ROWID;

CREATE TABLE client_key (
    client_id TEXT NOT NULL,
    key_id TEXT NOT NULL,
    public TEXT NOT NULL,
    added_us INTEGER NOT NULL,
    removed_us INTEGER,
    CONSTRAINT client_key_pk PRIMARY KEY (client_id, key_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE access_token (
    token_id TEXT NOT NULL CONSTRAINT access_token_pk PRIMARY KEY,
    secret_hash BLOB NOT NULL
        CONSTRAINT access_token_hash_is_whole CHECK (length(secret_hash) = 32),
    client_id TEXT NOT NULL,
    scopes TEXT NOT NULL,
    issued_us INTEGER NOT NULL,
    expires_us INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX access_token_by_end ON access_token (expires_us);

-- An assertion is good for one token; a row goes when its assertion is refused for its age.
CREATE TABLE used_assertion (
    client_id TEXT NOT NULL,
    jti_hash BLOB NOT NULL CONSTRAINT used_assertion_hash_is_whole CHECK (length(jti_hash) = 32),
    keep_until_us INTEGER NOT NULL,
    CONSTRAINT used_assertion_pk PRIMARY KEY (client_id, jti_hash)
) STRICT, WITHOUT ROWID;

CREATE INDEX used_assertion_by_end ON used_assertion (keep_until_us);
