-- Programs that ask for access tokens with a key of their own, and the tokens that they got.

CREATE TABLE office.client (
    client_id text COLLATE "C" NOT NULL CONSTRAINT client_pk PRIMARY KEY,
    name text COLLATE "C" NOT NULL,
    scopes text COLLATE "C" NOT NULL,
    registered_us bigint NOT NULL,
    revoked_us bigint
);

CREATE TABLE office.client_grant (
    client_id text COLLATE "C" NOT NULL,
    ledger text COLLATE "C" NOT NULL,
    assignment text COLLATE "C" NOT NULL,
    CONSTRAINT client_grant_pk PRIMARY KEY (client_id, ledger)
);

CREATE TABLE office.client_key (
    client_id text COLLATE "C" NOT NULL,
    key_id text COLLATE "C" NOT NULL,
    public text COLLATE "C" NOT NULL,
    added_us bigint NOT NULL,
    removed_us bigint,
    CONSTRAINT client_key_pk PRIMARY KEY (client_id, key_id)
);

CREATE TABLE office.access_token (
    token_id text COLLATE "C" NOT NULL CONSTRAINT access_token_pk PRIMARY KEY,
    secret_hash bytea NOT NULL
    CONSTRAINT access_token_hash_is_whole CHECK (octet_length(secret_hash) = 32),
    client_id text COLLATE "C" NOT NULL,
    scopes text COLLATE "C" NOT NULL,
    issued_us bigint NOT NULL,
    expires_us bigint NOT NULL
);

CREATE INDEX access_token_by_end ON office.access_token (expires_us);

-- An assertion is good for one token; a row goes when its assertion is refused for its age.
CREATE TABLE office.used_assertion (
    client_id text COLLATE "C" NOT NULL,
    jti_hash bytea NOT NULL
    CONSTRAINT used_assertion_hash_is_whole CHECK (octet_length(jti_hash) = 32),
    keep_until_us bigint NOT NULL,
    CONSTRAINT used_assertion_pk PRIMARY KEY (client_id, jti_hash)
);

CREATE INDEX used_assertion_by_end ON office.used_assertion (keep_until_us);
