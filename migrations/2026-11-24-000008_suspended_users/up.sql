-- For the overview: who is left out of its counts.
CREATE INDEX users_suspended ON users (org_id, id) WHERE suspended_at IS NOT NULL;
