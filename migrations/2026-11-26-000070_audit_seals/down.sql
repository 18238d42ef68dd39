DROP TABLE audit_seals;
DROP INDEX audit_events_by_time;
ALTER TABLE audit_events DROP COLUMN proof;
