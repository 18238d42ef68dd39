DROP TABLE passes;
ALTER TABLE users DROP COLUMN reset_at;
