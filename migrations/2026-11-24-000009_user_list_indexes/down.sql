DROP INDEX users_by_secret_age, users_by_extension, users_by_age;
