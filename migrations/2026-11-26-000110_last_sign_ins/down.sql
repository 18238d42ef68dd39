DROP TABLE last_sign_ins;
