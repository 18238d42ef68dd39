-- Phases of earlier policies that had begun: the deadlines that they gave stay.
ALTER TABLE policies ADD COLUMN past_phases jsonb NOT NULL DEFAULT '[]';
ALTER TABLE policies ALTER COLUMN past_phases DROP DEFAULT;

-- The deadline that an administrator has set in the place of what the roll-out gives.
ALTER TABLE users ADD COLUMN extended_to timestamptz;

-- For the first page of those who have no factor, and of those who are new.
CREATE INDEX users_without_factor ON users (org_id, email) WHERE oldest_secret_at IS NULL;
