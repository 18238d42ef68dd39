DROP INDEX users_by_creation;
