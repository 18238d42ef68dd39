-- By whoever wrote the event, who has the key ring; none where it was written before there were proofs.
ALTER TABLE audit_events ADD COLUMN proof bytea;
-- Where something happened lately, over all organizations.
CREATE INDEX audit_events_by_time ON audit_events USING brin (occurred_at) WITH (pages_per_range = 32, autosummarize = on);

-- The chain over the events of each organization: a row that is changed, taken away or slipped in is found by it.
CREATE TABLE audit_seals (
    org_id uuid NOT NULL,
    number bigint NOT NULL,
    made_at timestamptz NOT NULL,
    -- What the first events and their partitions came to: those before that time may be gone.
    gone_before timestamptz,
    -- Whether it takes in events that were written before there were proofs.
    adopts boolean NOT NULL,
    -- The times of the events in it, from the first to the last; the seal's own where there are none.
    first_at timestamptz NOT NULL,
    last_at timestamptz NOT NULL,
    events integer NOT NULL,
    -- Of each event: time in microseconds, id, digest. Taken away when the events are.
    entries bytea,
    entries_digest bytea NOT NULL,
    -- Of the seal before it.
    previous bytea NOT NULL,
    digest bytea NOT NULL,
    mac bytea NOT NULL,
    mac_kid text NOT NULL,
    -- The same, signed.
    checkpoint text NOT NULL,
    PRIMARY KEY (org_id, number)
);
CREATE INDEX audit_seals_by_time ON audit_seals (org_id, last_at);
