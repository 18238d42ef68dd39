-- A factor is an authenticator or a passkey: `factor_enrolled_at` says whether there is any, each of the others which.
ALTER TABLE users ADD COLUMN passkey_enrolled_at timestamptz;

DROP INDEX users_by_extension;
CREATE INDEX users_by_extension ON users (org_id, extended_to) WHERE factor_enrolled_at IS NULL AND extended_to IS NOT NULL;
DROP INDEX users_by_age;
CREATE INDEX users_by_age ON users (org_id, created_at) WHERE factor_enrolled_at IS NULL;
ALTER INDEX users_without_factor RENAME TO users_without_authenticator;
CREATE INDEX users_without_factor ON users (org_id, email) WHERE factor_enrolled_at IS NULL;
-- For those whose only factor a policy without passkeys does not take.
CREATE INDEX users_with_passkeys_alone ON users (org_id, id)
    WHERE passkey_enrolled_at IS NOT NULL AND oldest_secret_at IS NULL;

CREATE TABLE passkeys (
    org_id uuid NOT NULL,
    user_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    credential_id bytea NOT NULL,
    -- The public key, and what the authenticator said of itself when it was enrolled.
    credential jsonb NOT NULL,
    -- The newest signature counter; only higher ones are accepted, unless it counts nothing and stays at zero.
    counter bigint NOT NULL,
    enrolled_at timestamptz NOT NULL,
    last_used_at timestamptz,
    PRIMARY KEY (org_id, user_id, id),
    UNIQUE (org_id, credential_id),
    FOREIGN KEY (org_id, user_id) REFERENCES users (org_id, id)
);

-- What an authenticator was asked to sign: good for one answer. The nil organization has those of sign-ins by nobody yet.
CREATE TABLE passkey_ceremonies (
    org_id uuid NOT NULL,
    purpose text NOT NULL,
    -- A user who enrolls, a challenge, a session, or the sign-in itself: each has one at most.
    owner_id uuid NOT NULL,
    user_id uuid,
    state jsonb NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, purpose, owner_id),
    FOREIGN KEY (org_id, user_id) REFERENCES users (org_id, id)
);
CREATE INDEX passkey_ceremonies_of_user ON passkey_ceremonies (org_id, user_id);
