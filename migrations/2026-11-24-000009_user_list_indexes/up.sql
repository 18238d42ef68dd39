-- For the few whose secret is old, who have a deadline of their own, or who are new and have no factor yet.
CREATE INDEX users_by_secret_age ON users (org_id, oldest_secret_at) WHERE oldest_secret_at IS NOT NULL;
CREATE INDEX users_by_extension ON users (org_id, extended_to) WHERE oldest_secret_at IS NULL AND extended_to IS NOT NULL;
CREATE INDEX users_by_age ON users (org_id, created_at) WHERE oldest_secret_at IS NULL;
