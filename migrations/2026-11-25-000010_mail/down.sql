DROP TABLE reminders;
DROP TABLE trusted_devices;
DROP TABLE email_codes;
DROP TABLE mailed_tokens;
DROP TABLE outbox;
ALTER TABLE users DROP COLUMN frozen_at;
ALTER TABLE users DROP COLUMN password_by_mail;
ALTER TABLE users DROP COLUMN email_codes;
ALTER TABLE users DROP COLUMN email_verified_at;
ALTER TABLE users DROP COLUMN language;
-- Invited users cannot be expressed any more: they get a hash that no password has.
UPDATE users SET password_hash = '', password_kid = '', password_changed_at = created_at WHERE password_hash IS NULL;
ALTER TABLE users ALTER COLUMN password_changed_at SET NOT NULL;
ALTER TABLE users ALTER COLUMN password_kid SET NOT NULL;
ALTER TABLE users ALTER COLUMN password_hash SET NOT NULL;
