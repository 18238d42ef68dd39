DROP INDEX users_by_search;
ALTER TABLE users DROP COLUMN search;
DROP EXTENSION btree_gin;
DROP EXTENSION pg_trgm;
