-- Both are trusted: the owner of the database may create them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

ALTER TABLE users ADD COLUMN search text GENERATED ALWAYS AS (lower(email || ' ' || display_name)) STORED;
CREATE INDEX users_by_search ON users USING gin (org_id, search gin_trgm_ops);
