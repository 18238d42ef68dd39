ALTER TABLE recovery_codes DROP COLUMN guessable;
ALTER TABLE authenticators DROP COLUMN proved;
ALTER TABLE users DROP COLUMN external_id, DROP COLUMN imported_at;
