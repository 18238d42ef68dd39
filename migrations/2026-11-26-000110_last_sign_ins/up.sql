-- Nobody joins meanwhile. And no row of theirs is waited for, since whoever has locked it may wait for this table: so the
-- reference comes last, which would lock each row.
LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE;
-- When each user last signed in; null where nobody knows of a time. Made with the user, and apart from them: to note it would
-- touch every index of theirs.
CREATE TABLE last_sign_ins (
    org_id uuid NOT NULL,
    user_id uuid NOT NULL,
    signed_in_at timestamptz,
    PRIMARY KEY (org_id, user_id)
);
-- Of sign-ins that were before this, the sessions tell that are still kept.
INSERT INTO last_sign_ins (org_id, user_id, signed_in_at)
    SELECT u.org_id, u.id, max(s.authenticated_at)
    FROM users AS u LEFT JOIN sessions AS s ON s.org_id = u.org_id AND s.user_id = u.id GROUP BY u.org_id, u.id;
-- A replica of the version before knows nothing of this row when it deletes whom an invitation was for.
ALTER TABLE last_sign_ins ADD FOREIGN KEY (org_id, user_id) REFERENCES users (org_id, id) ON DELETE CASCADE;
