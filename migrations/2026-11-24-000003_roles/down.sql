DROP INDEX user_roles_by_role;
DELETE FROM user_roles WHERE left_at IS NOT NULL;
ALTER TABLE user_roles DROP COLUMN granted_at, DROP COLUMN left_at;
DROP TABLE roles;
