-- For the overview: one row for each set tells of most of them whether a code is left.
CREATE INDEX recovery_codes_first ON recovery_codes (org_id, user_id) INCLUDE (used_at) WHERE number = 1;
