-- For the list of users: whoever has never signed in stands where the longest ago does.
CREATE INDEX last_sign_ins_by_time ON last_sign_ins (org_id, coalesce(signed_in_at, '-infinity'), user_id);
