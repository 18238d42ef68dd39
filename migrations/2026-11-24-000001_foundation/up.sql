-- Every tenant table leads with org_id in its keys and hot indexes, so that it can be sharded by organization.

CREATE TABLE organizations (
    id uuid PRIMARY KEY,
    slug text NOT NULL UNIQUE,
    name text NOT NULL,
    created_at timestamptz NOT NULL
);

-- Routes a sign-in by email alone to its organization: one account per email in an installation.
CREATE TABLE login_directory (
    email text PRIMARY KEY,
    org_id uuid NOT NULL,
    user_id uuid NOT NULL
);

CREATE TABLE users (
    org_id uuid NOT NULL REFERENCES organizations (id),
    id uuid NOT NULL,
    email text NOT NULL,
    display_name text NOT NULL,
    password_hash text NOT NULL,
    password_kid text NOT NULL,
    password_changed_at timestamptz NOT NULL,
    suspended_at timestamptz,
    -- Rises with every factor change; an access token of an older epoch is dead.
    epoch bigint NOT NULL,
    -- Both follow the authenticators in the transaction that changes them; null without a factor.
    factor_enrolled_at timestamptz,
    oldest_secret_at timestamptz,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, email)
);

CREATE TABLE user_roles (
    org_id uuid NOT NULL,
    user_id uuid NOT NULL,
    role text NOT NULL,
    PRIMARY KEY (org_id, user_id, role),
    FOREIGN KEY (org_id, user_id) REFERENCES users (org_id, id)
);

CREATE TABLE policies (
    org_id uuid PRIMARY KEY REFERENCES organizations (id),
    version bigint NOT NULL,
    document jsonb NOT NULL,
    updated_at timestamptz NOT NULL
);

-- One row per user and kind: passwords and second factors, of strangers and of recognized browsers. Made with the user.
CREATE TABLE budgets (
    org_id uuid NOT NULL,
    user_id uuid NOT NULL,
    kind text NOT NULL,
    failed_at timestamptz[] NOT NULL,
    consecutive_failures integer NOT NULL,
    last_success_at timestamptz,
    PRIMARY KEY (org_id, user_id, kind),
    FOREIGN KEY (org_id, user_id) REFERENCES users (org_id, id)
);

-- Counted before an organization is known, hence without one.
CREATE TABLE address_failures (
    address text NOT NULL,
    window_start timestamptz NOT NULL,
    failures integer NOT NULL,
    PRIMARY KEY (address, window_start)
);

CREATE TABLE authenticators (
    org_id uuid NOT NULL,
    user_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    algorithm text NOT NULL,
    digits smallint NOT NULL,
    period_seconds smallint NOT NULL,
    sealed_secret bytea NOT NULL,
    confirmed_at timestamptz NOT NULL,
    last_step bigint NOT NULL,
    last_used_at timestamptz,
    PRIMARY KEY (org_id, user_id, id),
    FOREIGN KEY (org_id, user_id) REFERENCES users (org_id, id)
);

-- At most one per user: the next one takes its place.
CREATE TABLE pending_enrollments (
    org_id uuid NOT NULL,
    user_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    algorithm text NOT NULL,
    digits smallint NOT NULL,
    period_seconds smallint NOT NULL,
    sealed_secret bytea NOT NULL,
    replaces uuid,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, user_id),
    FOREIGN KEY (org_id, user_id) REFERENCES users (org_id, id)
);

CREATE TABLE recovery_codes (
    org_id uuid NOT NULL,
    user_id uuid NOT NULL,
    number smallint NOT NULL,
    digest bytea NOT NULL,
    generated_at timestamptz NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (org_id, user_id, number),
    UNIQUE (org_id, user_id, digest),
    FOREIGN KEY (org_id, user_id) REFERENCES users (org_id, id)
);

CREATE TABLE sessions (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    epoch bigint NOT NULL,
    amr text[] NOT NULL,
    authenticated_at timestamptz NOT NULL,
    second_factor_at timestamptz,
    cookie boolean NOT NULL,
    address text,
    user_agent text,
    created_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    idle_expires_at timestamptz NOT NULL,
    absolute_expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    ended_because text,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, user_id) REFERENCES users (org_id, id)
);
CREATE INDEX sessions_of_user ON sessions (org_id, user_id) WHERE ended_at IS NULL;

CREATE TABLE refresh_tokens (
    org_id uuid NOT NULL,
    digest bytea NOT NULL,
    session_id uuid NOT NULL,
    issued_at timestamptz NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (org_id, digest),
    FOREIGN KEY (org_id, session_id) REFERENCES sessions (org_id, id) ON DELETE CASCADE
);
CREATE INDEX refresh_tokens_of_session ON refresh_tokens (org_id, session_id);

CREATE TABLE challenges (
    org_id uuid NOT NULL,
    digest bytea NOT NULL,
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    -- The session that steps up; null for a sign-in.
    session_id uuid,
    methods text[] NOT NULL,
    cookie boolean NOT NULL,
    failures smallint NOT NULL,
    expires_at timestamptz NOT NULL,
    finished_at timestamptz,
    PRIMARY KEY (org_id, digest),
    FOREIGN KEY (org_id, user_id) REFERENCES users (org_id, id)
);

CREATE TABLE enrollment_grants (
    org_id uuid NOT NULL,
    digest bytea NOT NULL,
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    epoch bigint NOT NULL,
    cookie boolean NOT NULL,
    authenticated_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (org_id, digest),
    FOREIGN KEY (org_id, user_id) REFERENCES users (org_id, id)
);

-- Browsers in which a user has signed in completely: their guesses are counted apart from strangers'.
CREATE TABLE recognized_browsers (
    org_id uuid NOT NULL,
    user_id uuid NOT NULL,
    digest bytea NOT NULL,
    recognized_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, user_id, digest),
    FOREIGN KEY (org_id, user_id) REFERENCES users (org_id, id)
);

-- One sealed known text per key: proves at start that the ring belongs to this database.
CREATE TABLE keyring_canaries (
    kid text PRIMARY KEY,
    sealed bytea NOT NULL
);

-- The nil organization stands for the installation: decisions about accounts that do not exist.
CREATE TABLE audit_events (
    org_id uuid NOT NULL,
    occurred_at timestamptz NOT NULL,
    id uuid NOT NULL,
    action text NOT NULL,
    outcome text NOT NULL,
    actor_id uuid,
    subject_id uuid,
    session_id uuid,
    address text,
    user_agent text,
    request_id text,
    detail jsonb NOT NULL,
    PRIMARY KEY (org_id, occurred_at, id)
) PARTITION BY RANGE (occurred_at);
CREATE INDEX audit_events_by_subject ON audit_events (org_id, subject_id, occurred_at, id);
CREATE INDEX audit_events_by_actor ON audit_events (org_id, actor_id, occurred_at, id);

-- Catches what no monthly partition covers, so that a late `nightlatch migrate` never makes a decision fail.
CREATE TABLE audit_events_default PARTITION OF audit_events DEFAULT;
