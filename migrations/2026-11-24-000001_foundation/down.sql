DROP TABLE audit_events, keyring_canaries, recognized_browsers, enrollment_grants, challenges, refresh_tokens, sessions,
    recovery_codes, pending_enrollments, authenticators, address_failures, budgets, policies, user_roles, users,
    login_directory, organizations;
