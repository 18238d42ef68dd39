-- The keys of services and scripts. A rotated one is good for a while beside its successor; a revoked one is gone.
CREATE TABLE api_keys (
    org_id uuid NOT NULL REFERENCES organizations (id),
    id uuid NOT NULL,
    name text NOT NULL,
    digest bytea NOT NULL,
    previous_digest bytea,
    previous_until timestamptz,
    scopes text[] NOT NULL,
    addresses text[] NOT NULL,
    calls_per_minute int NOT NULL,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    rotated_at timestamptz,
    last_used_at timestamptz,
    alarmed_at timestamptz,
    PRIMARY KEY (org_id, id)
);
