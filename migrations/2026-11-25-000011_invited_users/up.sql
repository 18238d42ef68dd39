-- The few who have not activated their accounts are found without a look at everybody.
CREATE INDEX users_invited ON users (org_id, email) WHERE password_hash IS NULL;
