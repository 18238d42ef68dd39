-- Deletes a person whom an administrator has suspended, as the owner of the tables: docs/operations/personal-data.md.
--   psql --quiet "$OWNER_URL" --set=email=grace@example.org --file=deploy/forget.sql
-- or with --set=id=… in place of the address.
\set ON_ERROR_STOP on
\set VERBOSITY terse
BEGIN;

-- Their organization and id, by which everything is found. Addresses are kept in lower case.
\if :{?id}
SELECT count(*) = 0 AS is_unknown FROM login_directory WHERE user_id = :'id' \gset
\else
SELECT count(*) = 0 AS is_unknown FROM login_directory WHERE email = lower(:'email') \gset
\endif
\if :is_unknown
DO $$ BEGIN RAISE 'nobody has this address or id: nothing was deleted'; END $$;
\endif
\if :{?id}
SELECT org_id AS organization, user_id AS person FROM login_directory WHERE user_id = :'id' \gset
\else
SELECT org_id AS organization, user_id AS person FROM login_directory WHERE email = lower(:'email') \gset
\endif

-- Who is suspended has no session left, and is not the last administrator: the service has seen to both.
SELECT suspended_at IS NULL AS is_active FROM users WHERE org_id = :'organization' AND id = :'person' FOR UPDATE \gset
\if :is_active
DO $$ BEGIN RAISE 'this person is not suspended: nothing was deleted. An administrator suspends them first'; END $$;
\endif

-- Every table that says whose a row is, with the directory of addresses; refresh tokens go with their sessions.
SELECT format('DELETE FROM %I WHERE org_id = %L AND user_id = %L', relname, :'organization', :'person')
FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND attname = 'user_id' \gexec
DELETE FROM idempotency_keys WHERE org_id = :'organization' AND owner_id = :'person';
DELETE FROM users WHERE org_id = :'organization' AND id = :'person';

COMMIT;
