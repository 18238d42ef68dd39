ALTER TABLE recovery_codes DROP COLUMN withdrawn_at;
DROP TABLE restorations;
