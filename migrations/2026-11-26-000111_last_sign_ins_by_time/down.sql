DROP INDEX last_sign_ins_by_time;
