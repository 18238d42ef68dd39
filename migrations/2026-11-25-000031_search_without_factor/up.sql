-- For a search among those who have no factor: of a common name the index of everybody finds thousands who have one, and each
-- of them would be read.
CREATE INDEX users_without_factor_by_search ON users USING gin (org_id, search gin_trgm_ops) WHERE factor_enrolled_at IS NULL;
