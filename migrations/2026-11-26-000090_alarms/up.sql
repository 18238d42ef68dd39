-- When each alarm of the installation was last given, so that it is given once in a while by one of the replicas.
CREATE TABLE alarms (
    kind text PRIMARY KEY,
    given_at timestamptz NOT NULL
);
