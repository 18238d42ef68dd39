-- Both are trusted: the database's owner may create them. The second lets one index lead with the organization.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

ALTER TABLE users ADD COLUMN search text NOT NULL GENERATED ALWAYS AS (lower(email || ' ' || display_name)) STORED;
CREATE INDEX users_by_search ON users USING gin (org_id, search gin_trgm_ops);
