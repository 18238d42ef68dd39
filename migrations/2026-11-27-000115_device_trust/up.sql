-- Browsers that were trusted before this are trusted no more: users were not let trust any in between. None is since ever.
ALTER TABLE policies ADD COLUMN devices_trusted_since timestamptz;
