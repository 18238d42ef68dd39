CREATE INDEX users_by_creation ON users (org_id, created_at, id);
