ALTER TABLE policies DROP COLUMN devices_trusted_since;
