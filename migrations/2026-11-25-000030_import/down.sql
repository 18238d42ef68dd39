ALTER TABLE recovery_codes DROP COLUMN guessable;
ALTER TABLE authenticators DROP COLUMN proved;
ALTER TABLE users DROP COLUMN recovery_origin, DROP COLUMN password_pepper, DROP COLUMN external_id, DROP COLUMN imported_at;
