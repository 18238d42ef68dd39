-- Providers of single sign-on (OpenID Connect) that an organization has connected.
CREATE TABLE sso_providers (
    org_id uuid NOT NULL REFERENCES organizations (id),
    id uuid NOT NULL,
    name text NOT NULL,
    issuer text NOT NULL,
    client_id text NOT NULL,
    sealed_secret bytea NOT NULL,
    scopes text[] NOT NULL,
    enabled boolean NOT NULL,
    -- Whether somebody whom the provider vouches for and nobody here knows becomes a user, with that role.
    creates_users boolean NOT NULL,
    default_role text NOT NULL,
    -- Of whose addresses users are created; of any, where there are none.
    email_domains text[] NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    PRIMARY KEY (org_id, id)
);

-- Sign-ins that were begun here, and have not come back from their provider.
CREATE TABLE sso_departures (
    org_id uuid NOT NULL,
    -- Of `state`, which the provider hands back.
    digest bytea NOT NULL,
    provider_id uuid NOT NULL,
    -- Of the cookie of the browser in which it was begun.
    browser_digest bytea NOT NULL,
    -- The nonce and the PKCE verifier.
    sealed_secrets bytea NOT NULL,
    -- Where the user goes afterwards, as a path of ours.
    return_to text,
    -- Of the user who connects an account, and signs in to nothing.
    session_id uuid,
    user_id uuid,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, digest),
    FOREIGN KEY (org_id, provider_id) REFERENCES sso_providers (org_id, id) ON DELETE CASCADE
);

-- Whom a provider has vouched for, until the browser that they came back in takes it further: to sign in, or to connect an
-- account of ours.
CREATE TABLE sso_arrivals (
    org_id uuid NOT NULL,
    digest bytea NOT NULL,
    provider_id uuid NOT NULL,
    browser_digest bytea NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    email text,
    email_verified boolean NOT NULL,
    display_name text,
    two_factors boolean NOT NULL,
    arrived_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, digest),
    FOREIGN KEY (org_id, provider_id) REFERENCES sso_providers (org_id, id) ON DELETE CASCADE
);

-- Which account at a provider is whose here. The address is the one that the provider told last, and decides nothing.
CREATE TABLE sso_identities (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    provider_id uuid NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    email text,
    linked_at timestamptz NOT NULL,
    last_used_at timestamptz,
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, provider_id, issuer, subject),
    FOREIGN KEY (org_id, user_id) REFERENCES users (org_id, id),
    FOREIGN KEY (org_id, provider_id) REFERENCES sso_providers (org_id, id) ON DELETE CASCADE
);
CREATE INDEX sso_identities_of_user ON sso_identities (org_id, user_id);

-- Set where a user was created by a provider: they have an account without ever having had a password.
ALTER TABLE users ADD COLUMN provided_at timestamptz;

-- The provider that the first step was taken at; null after a password.
ALTER TABLE sessions ADD COLUMN provider_id uuid;
ALTER TABLE challenges ADD COLUMN provider_id uuid;
ALTER TABLE enrollment_grants ADD COLUMN provider_id uuid;
CREATE INDEX sessions_of_provider ON sessions (org_id, provider_id) WHERE provider_id IS NOT NULL AND ended_at IS NULL;
