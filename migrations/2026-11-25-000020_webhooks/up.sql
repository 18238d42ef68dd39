-- Where an organization wants to be told of its audit events.
CREATE TABLE webhooks (
    org_id uuid NOT NULL REFERENCES organizations (id),
    id uuid NOT NULL,
    name text NOT NULL,
    url text NOT NULL,
    -- Of which events: `login.succeeded`, `login.*`, or `*`.
    events text[] NOT NULL,
    sealed_secret bytea NOT NULL,
    -- The secret before the last rotation, which signs as well until then.
    sealed_former_secret bytea,
    former_secret_until timestamptz,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    disabled_at timestamptz,
    disabled_because text,
    -- Since when deliveries are given up, until one succeeds again.
    given_up_at timestamptz,
    PRIMARY KEY (org_id, id)
);

-- What webhooks are to be told, written with its event, and for some weeks what became of it. There is no foreign key to
-- webhooks: it would lock the webhook's row in every transaction that writes an event.
CREATE TABLE webhook_deliveries (
    org_id uuid NOT NULL,
    webhook_id uuid NOT NULL,
    -- The audit event that it tells of; also the delivery's id.
    event_id uuid NOT NULL,
    action text NOT NULL,
    -- What is sent, the same at each attempt.
    body text NOT NULL,
    status text NOT NULL,
    attempts integer NOT NULL,
    created_at timestamptz NOT NULL,
    -- Since when it is tried: its creation, or the last time that somebody asked for it anew.
    due_since timestamptz NOT NULL,
    -- For a claimed row the time at which its worker is taken for dead.
    next_attempt_at timestamptz NOT NULL,
    last_attempt_at timestamptz,
    response_status smallint,
    response_millis integer,
    last_error text,
    finished_at timestamptz,
    PRIMARY KEY (org_id, webhook_id, event_id)
);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (org_id, webhook_id, next_attempt_at) WHERE status = 'queued';
CREATE INDEX webhook_deliveries_by_status ON webhook_deliveries (org_id, webhook_id, status, event_id);
