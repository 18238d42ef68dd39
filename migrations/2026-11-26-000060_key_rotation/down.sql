DROP TABLE keyring_readers;
DROP TABLE digest_keys;
