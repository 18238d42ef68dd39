-- Invited users have no password until they activate their account.
ALTER TABLE users ALTER COLUMN password_hash DROP NOT NULL;
ALTER TABLE users ALTER COLUMN password_kid DROP NOT NULL;
ALTER TABLE users ALTER COLUMN password_changed_at DROP NOT NULL;
ALTER TABLE users ADD COLUMN language text NOT NULL DEFAULT 'en';
-- When control of the mailbox was last proven; null after a change of the address.
ALTER TABLE users ADD COLUMN email_verified_at timestamptz;
-- Whether the user has turned on codes by mail at sign-in.
ALTER TABLE users ADD COLUMN email_codes boolean NOT NULL DEFAULT false;
-- The password came by a mailed link: a mailed code beside it would prove nothing more.
ALTER TABLE users ADD COLUMN password_by_mail boolean NOT NULL DEFAULT false;
-- Set by "this was not me": until an administrator lifts it, the account's settings do not change.
ALTER TABLE users ADD COLUMN frozen_at timestamptz;

ALTER TABLE users ALTER COLUMN language DROP DEFAULT;
ALTER TABLE users ALTER COLUMN email_codes DROP DEFAULT;
ALTER TABLE users ALTER COLUMN password_by_mail DROP DEFAULT;

-- Mail that is to be sent, written with the change that it tells of. Codes and links are sealed, and wiped when it is over.
CREATE TABLE outbox (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    -- The audit event that it tells of.
    event_id uuid NOT NULL,
    user_id uuid NOT NULL,
    recipient text NOT NULL,
    kind text NOT NULL,
    content jsonb NOT NULL,
    sealed_secrets bytea,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    attempts integer NOT NULL,
    -- For a claimed row the time at which its worker is taken for dead.
    next_attempt_at timestamptz NOT NULL,
    last_error text,
    finished_at timestamptz,
    outcome text,
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, event_id, recipient),
    FOREIGN KEY (org_id, user_id) REFERENCES users (org_id, id)
);
CREATE INDEX outbox_due ON outbox (org_id, next_attempt_at) WHERE finished_at IS NULL;
CREATE INDEX outbox_of_user ON outbox (org_id, user_id, kind, created_at);

-- Digests of the tokens in mailed links, each good for one thing once.
CREATE TABLE mailed_tokens (
    org_id uuid NOT NULL,
    digest bytea NOT NULL,
    user_id uuid NOT NULL,
    kind text NOT NULL,
    -- The address that it was mailed to.
    email text NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (org_id, digest),
    FOREIGN KEY (org_id, user_id) REFERENCES users (org_id, id)
);
CREATE INDEX mailed_tokens_of_user ON mailed_tokens (org_id, user_id, kind) WHERE used_at IS NULL;

-- The code that was last mailed for a challenge.
CREATE TABLE email_codes (
    org_id uuid NOT NULL,
    challenge_id uuid NOT NULL,
    user_id uuid NOT NULL,
    digest bytea NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (org_id, challenge_id),
    FOREIGN KEY (org_id, user_id) REFERENCES users (org_id, id)
);

-- Browsers in which a user is not asked for the second factor for some days.
CREATE TABLE trusted_devices (
    org_id uuid NOT NULL,
    user_id uuid NOT NULL,
    id uuid NOT NULL,
    digest bytea NOT NULL,
    address text,
    user_agent text,
    trusted_at timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, user_id, id),
    UNIQUE (org_id, user_id, digest),
    FOREIGN KEY (org_id, user_id) REFERENCES users (org_id, id)
);

-- Which reminders of which deadline a user has got.
CREATE TABLE reminders (
    org_id uuid NOT NULL,
    user_id uuid NOT NULL,
    deadline timestamptz NOT NULL,
    stage text NOT NULL,
    sent_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, user_id, deadline, stage),
    FOREIGN KEY (org_id, user_id) REFERENCES users (org_id, id)
);
