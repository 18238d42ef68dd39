-- What was answered to a request that may be sent again: written with the change or the verdict that it tells of.
CREATE TABLE idempotency_keys (
    org_id uuid NOT NULL,
    -- The user or the API key that sent it.
    owner_id uuid NOT NULL,
    key text NOT NULL,
    request_digest bytea NOT NULL,
    -- None while the answer is on its way, and for one with a secret.
    answer jsonb,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, owner_id, key)
);
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (org_id, created_at);
