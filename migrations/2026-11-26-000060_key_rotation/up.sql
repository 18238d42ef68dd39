-- What stays of a key that leaves the ring: the keys of the digests and peppers that were made with it, sealed under one that is on
-- the ring. Nobody knows the secrets behind a digest, to make it anew.
CREATE TABLE digest_keys (
    kid text PRIMARY KEY,
    sealed bytea NOT NULL
);

-- Which keys each process has, as it says every few seconds: no key is used before all of them have it.
CREATE TABLE keyring_readers (
    id uuid PRIMARY KEY,
    kids text[] NOT NULL,
    -- Those of them that it seals and signs with.
    active text[] NOT NULL,
    seen_at timestamptz NOT NULL
);
