DROP INDEX users_invited;
