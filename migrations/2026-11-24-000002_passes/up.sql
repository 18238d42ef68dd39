-- Set by a reset that demands a proof, until the user has enrolled again.
ALTER TABLE users ADD COLUMN reset_at timestamptz;

-- Codes that an administrator reads out, after a reset or as a temporary pass: at most one of a user is open.
CREATE TABLE passes (
    org_id uuid NOT NULL,
    user_id uuid NOT NULL,
    digest bytea NOT NULL,
    kind text NOT NULL,
    issued_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (org_id, user_id, digest),
    FOREIGN KEY (org_id, user_id) REFERENCES users (org_id, id)
);
