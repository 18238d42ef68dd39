-- That the database had lost what was answered for: each time it was found, and when it was settled.
CREATE TABLE restorations (
    id uuid PRIMARY KEY,
    found_at timestamptz NOT NULL,
    settled_at timestamptz
);
-- Nobody knows which codes were used in the time that was lost.
ALTER TABLE recovery_codes ADD COLUMN withdrawn_at timestamptz;
