DROP INDEX recovery_codes_first;
