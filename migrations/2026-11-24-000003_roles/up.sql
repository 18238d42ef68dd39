-- The roles of an organization's own; the built-in ones are the program's.
CREATE TABLE roles (
    org_id uuid NOT NULL REFERENCES organizations (id),
    id uuid NOT NULL,
    name text NOT NULL,
    description text NOT NULL,
    permissions text[] NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, name)
);

-- Rows stay when a role is taken away, so that giving it again does not hide when it was first given.
ALTER TABLE user_roles ADD COLUMN granted_at timestamptz, ADD COLUMN left_at timestamptz;
UPDATE user_roles AS r SET granted_at = u.created_at FROM users AS u WHERE u.org_id = r.org_id AND u.id = r.user_id;
ALTER TABLE user_roles ALTER COLUMN granted_at SET NOT NULL;
CREATE INDEX user_roles_by_role ON user_roles (org_id, role, user_id) WHERE left_at IS NULL;
