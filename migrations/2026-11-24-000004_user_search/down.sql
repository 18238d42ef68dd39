DROP INDEX users_by_search;
ALTER TABLE users DROP COLUMN search;
DROP EXTENSION btree_gin, pg_trgm;
