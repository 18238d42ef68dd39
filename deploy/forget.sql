-- Deletes a person whom an administrator has suspended, as the owner of the tables: docs/operations/personal-data.md.
--   psql --quiet "$OWNER_URL" --set=email=grace@example.org --file=deploy/forget.sql
-- or with --set=id=… in place of the address.
\set ON_ERROR_STOP on
BEGIN;

-- Their organization and id, by which everything is found.
\if :{?id}
SELECT org_id AS organization, user_id AS person FROM login_directory WHERE user_id = :'id' \gset
\else
SELECT org_id AS organization, user_id AS person FROM login_directory WHERE email = :'email' \gset
\endif

-- Who is suspended has no session left, and is not the last administrator: the service has seen to both.
SELECT id AS person FROM users WHERE org_id = :'organization' AND id = :'person' AND suspended_at IS NOT NULL FOR UPDATE \gset

-- Every table that says whose a row is, with the directory of addresses; refresh tokens go with their sessions.
SELECT format('DELETE FROM %I WHERE org_id = %L AND user_id = %L', relname, :'organization', :'person')
FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND attname = 'user_id' \gexec
DELETE FROM idempotency_keys WHERE org_id = :'organization' AND owner_id = :'person';
DELETE FROM users WHERE org_id = :'organization' AND id = :'person';

COMMIT;
