-- For the overview: what fails is a small part of the log.
CREATE INDEX audit_events_of_failures ON audit_events (org_id, occurred_at) INCLUDE (action)
    WHERE action IN ('login.failed', 'code.rejected');
