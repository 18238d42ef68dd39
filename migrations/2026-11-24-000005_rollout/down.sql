DROP INDEX users_without_factor;
ALTER TABLE users DROP COLUMN extended_to;
ALTER TABLE policies DROP COLUMN past_phases;
