-- How an organization shows itself where its users sign in, and in what is mailed to them; no row where it has said nothing.
CREATE TABLE branding (
    org_id uuid PRIMARY KEY REFERENCES organizations (id),
    version bigint NOT NULL,
    accent text CHECK (accent ~ '^#[0-9a-f]{6}$'),
    -- Whom people ask for help: an address, or a page of `https`; and what to know before.
    support_contact text,
    support_note text,
    -- A PNG, with its SHA-256 as people write it.
    logo bytea CHECK (octet_length(logo) <= 65536),
    logo_digest text,
    logo_width smallint,
    logo_height smallint,
    updated_at timestamptz NOT NULL,
    CHECK (num_nulls(logo, logo_digest, logo_width, logo_height) IN (0, 4))
);
