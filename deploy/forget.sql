-- Deletes a person whom an administrator has suspended, as the owner of the tables: docs/operations/personal-data.md.
--   psql --quiet "$OWNER_URL" --set=email=grace@example.org --file=deploy/forget.sql
\set ON_ERROR_STOP on
BEGIN;

-- Who is suspended has no session left, and is not the last administrator: the service has seen to both.
SELECT org_id AS organization, id AS person
FROM users WHERE email = :'email' AND suspended_at IS NOT NULL FOR UPDATE \gset

-- Every table that says whose a row is, with the directory of addresses; refresh tokens go with their sessions.
SELECT format('DELETE FROM %I WHERE org_id = %L AND user_id = %L', relname, :'organization', :'person')
FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND attname = 'user_id' \gexec
DELETE FROM idempotency_keys WHERE org_id = :'organization' AND owner_id = :'person';
DELETE FROM users WHERE org_id = :'organization' AND id = :'person';

COMMIT;
