ALTER TABLE enrollment_grants DROP COLUMN provider_id;
ALTER TABLE challenges DROP COLUMN provider_id;
ALTER TABLE sessions DROP COLUMN provider_id;
ALTER TABLE users DROP COLUMN provided_at;
DROP TABLE sso_identities;
DROP TABLE sso_arrivals;
DROP TABLE sso_departures;
DROP TABLE sso_providers;
