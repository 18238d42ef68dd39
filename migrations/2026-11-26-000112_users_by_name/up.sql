-- In the order of people, whatever the database's own is: Anna beside anna, and Émile before Zoe.
CREATE INDEX users_by_name ON users (org_id, display_name COLLATE "und-x-icu", id);
