-- When the user came from another system, and the id that they had there. A password hash of theirs that has no key is
-- bcrypt over the plain password, until they have signed in once.
ALTER TABLE users ADD COLUMN imported_at timestamptz, ADD COLUMN external_id text;
-- Of another installation's password and recovery codes: the keys that they are under there, sealed by ours.
ALTER TABLE users ADD COLUMN password_pepper bytea, ADD COLUMN recovery_origin bytea;
CREATE UNIQUE INDEX users_by_external_id ON users (org_id, external_id) WHERE external_id IS NOT NULL;

-- Whether a code of it was ever accepted here: of an imported one nobody knows before.
ALTER TABLE authenticators ADD COLUMN proved boolean NOT NULL DEFAULT true;
ALTER TABLE authenticators ALTER COLUMN proved DROP DEFAULT;

-- Whether it has another system's form, and could be guessed: tries at it are charged.
ALTER TABLE recovery_codes ADD COLUMN guessable boolean NOT NULL DEFAULT false;
ALTER TABLE recovery_codes ALTER COLUMN guessable DROP DEFAULT;
