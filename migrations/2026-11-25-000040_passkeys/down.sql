DROP TABLE passkey_ceremonies, passkeys;
DROP INDEX users_with_passkeys_alone, users_without_factor;
ALTER INDEX users_without_authenticator RENAME TO users_without_factor;
DROP INDEX users_by_age, users_by_extension;
CREATE INDEX users_by_extension ON users (org_id, extended_to) WHERE oldest_secret_at IS NULL AND extended_to IS NOT NULL;
CREATE INDEX users_by_age ON users (org_id, created_at) WHERE oldest_secret_at IS NULL;
ALTER TABLE users DROP COLUMN passkey_enrolled_at;
