-- When each task of the installation was last taken on, so that it is done once in a while by one of the replicas.
CREATE TABLE turns (
    task text PRIMARY KEY,
    taken_at timestamptz NOT NULL
);
