//! The database's tables, as the migrations leave them.

diesel::table! {
    organizations (id) {
        id -> Uuid,
        slug -> Text,
        name -> Text,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    branding (org_id) {
        org_id -> Uuid,
        version -> Int8,
        accent -> Nullable<Text>,
        support_contact -> Nullable<Text>,
        support_note -> Nullable<Text>,
        logo -> Nullable<Bytea>,
        logo_digest -> Nullable<Text>,
        logo_width -> Nullable<Int2>,
        logo_height -> Nullable<Int2>,
        updated_at -> Timestamptz,
    }
}

diesel::table! {
    last_sign_ins (org_id, user_id) {
        org_id -> Uuid,
        user_id -> Uuid,
        signed_in_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    login_directory (email) {
        email -> Text,
        org_id -> Uuid,
        user_id -> Uuid,
    }
}

diesel::table! {
    users (org_id, id) {
        org_id -> Uuid,
        id -> Uuid,
        email -> Text,
        display_name -> Text,
        password_hash -> Nullable<Text>,
        password_kid -> Nullable<Text>,
        password_changed_at -> Nullable<Timestamptz>,
        suspended_at -> Nullable<Timestamptz>,
        epoch -> Int8,
        factor_enrolled_at -> Nullable<Timestamptz>,
        oldest_secret_at -> Nullable<Timestamptz>,
        reset_at -> Nullable<Timestamptz>,
        extended_to -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
        language -> Text,
        email_verified_at -> Nullable<Timestamptz>,
        email_codes -> Bool,
        password_by_mail -> Bool,
        frozen_at -> Nullable<Timestamptz>,
        imported_at -> Nullable<Timestamptz>,
        external_id -> Nullable<Text>,
        password_pepper -> Nullable<Bytea>,
        recovery_origin -> Nullable<Bytea>,
        passkey_enrolled_at -> Nullable<Timestamptz>,
        provided_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    user_roles (org_id, user_id, role) {
        org_id -> Uuid,
        user_id -> Uuid,
        role -> Text,
        granted_at -> Timestamptz,
        left_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    roles (org_id, id) {
        org_id -> Uuid,
        id -> Uuid,
        name -> Text,
        description -> Text,
        permissions -> Array<Text>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    api_keys (org_id, id) {
        org_id -> Uuid,
        id -> Uuid,
        name -> Text,
        digest -> Bytea,
        previous_digest -> Nullable<Bytea>,
        previous_until -> Nullable<Timestamptz>,
        scopes -> Array<Text>,
        addresses -> Array<Text>,
        calls_per_minute -> Int4,
        created_by -> Uuid,
        created_at -> Timestamptz,
        expires_at -> Timestamptz,
        rotated_at -> Nullable<Timestamptz>,
        last_used_at -> Nullable<Timestamptz>,
        alarmed_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    idempotency_keys (org_id, owner_id, key) {
        org_id -> Uuid,
        owner_id -> Uuid,
        key -> Text,
        request_digest -> Bytea,
        answer -> Nullable<Jsonb>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    policies (org_id) {
        org_id -> Uuid,
        version -> Int8,
        document -> Jsonb,
        past_phases -> Jsonb,
        updated_at -> Timestamptz,
        devices_trusted_since -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    budgets (org_id, user_id, kind) {
        org_id -> Uuid,
        user_id -> Uuid,
        kind -> Text,
        failed_at -> Array<Timestamptz>,
        consecutive_failures -> Int4,
        last_success_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    address_failures (address, window_start) {
        address -> Text,
        window_start -> Timestamptz,
        failures -> Int4,
    }
}

diesel::table! {
    authenticators (org_id, user_id, id) {
        org_id -> Uuid,
        user_id -> Uuid,
        id -> Uuid,
        name -> Text,
        algorithm -> Text,
        digits -> Int2,
        period_seconds -> Int2,
        sealed_secret -> Bytea,
        confirmed_at -> Timestamptz,
        last_step -> Int8,
        last_used_at -> Nullable<Timestamptz>,
        proved -> Bool,
    }
}

diesel::table! {
    passkeys (org_id, user_id, id) {
        org_id -> Uuid,
        user_id -> Uuid,
        id -> Uuid,
        name -> Text,
        credential_id -> Bytea,
        credential -> Jsonb,
        counter -> Int8,
        enrolled_at -> Timestamptz,
        last_used_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    passkey_ceremonies (org_id, purpose, owner_id) {
        org_id -> Uuid,
        purpose -> Text,
        owner_id -> Uuid,
        user_id -> Nullable<Uuid>,
        state -> Jsonb,
        expires_at -> Timestamptz,
    }
}

diesel::table! {
    pending_enrollments (org_id, user_id) {
        org_id -> Uuid,
        user_id -> Uuid,
        id -> Uuid,
        name -> Text,
        algorithm -> Text,
        digits -> Int2,
        period_seconds -> Int2,
        sealed_secret -> Bytea,
        replaces -> Nullable<Uuid>,
        expires_at -> Timestamptz,
    }
}

diesel::table! {
    passes (org_id, user_id, digest) {
        org_id -> Uuid,
        user_id -> Uuid,
        digest -> Bytea,
        kind -> Text,
        issued_at -> Timestamptz,
        expires_at -> Timestamptz,
        used_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    recognized_browsers (org_id, user_id, digest) {
        org_id -> Uuid,
        user_id -> Uuid,
        digest -> Bytea,
        recognized_at -> Timestamptz,
        expires_at -> Timestamptz,
    }
}

diesel::table! {
    recovery_codes (org_id, user_id, number) {
        org_id -> Uuid,
        user_id -> Uuid,
        number -> Int2,
        digest -> Bytea,
        generated_at -> Timestamptz,
        used_at -> Nullable<Timestamptz>,
        guessable -> Bool,
        withdrawn_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    turns (task) {
        task -> Text,
        taken_at -> Timestamptz,
    }
}

diesel::table! {
    alarms (kind) {
        kind -> Text,
        given_at -> Timestamptz,
    }
}

diesel::table! {
    restorations (id) {
        id -> Uuid,
        found_at -> Timestamptz,
        settled_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    sessions (org_id, id) {
        org_id -> Uuid,
        id -> Uuid,
        user_id -> Uuid,
        epoch -> Int8,
        amr -> Array<Text>,
        authenticated_at -> Timestamptz,
        second_factor_at -> Nullable<Timestamptz>,
        cookie -> Bool,
        address -> Nullable<Text>,
        user_agent -> Nullable<Text>,
        created_at -> Timestamptz,
        last_seen_at -> Timestamptz,
        idle_expires_at -> Timestamptz,
        absolute_expires_at -> Timestamptz,
        ended_at -> Nullable<Timestamptz>,
        ended_because -> Nullable<Text>,
        provider_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    refresh_tokens (org_id, digest) {
        org_id -> Uuid,
        digest -> Bytea,
        session_id -> Uuid,
        issued_at -> Timestamptz,
        used_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    challenges (org_id, digest) {
        org_id -> Uuid,
        digest -> Bytea,
        id -> Uuid,
        user_id -> Uuid,
        session_id -> Nullable<Uuid>,
        methods -> Array<Text>,
        cookie -> Bool,
        failures -> Int2,
        expires_at -> Timestamptz,
        finished_at -> Nullable<Timestamptz>,
        provider_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    enrollment_grants (org_id, digest) {
        org_id -> Uuid,
        digest -> Bytea,
        id -> Uuid,
        user_id -> Uuid,
        epoch -> Int8,
        cookie -> Bool,
        authenticated_at -> Timestamptz,
        expires_at -> Timestamptz,
        used_at -> Nullable<Timestamptz>,
        provider_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    keyring_canaries (kid) {
        kid -> Text,
        sealed -> Bytea,
    }
}

diesel::table! {
    digest_keys (kid) {
        kid -> Text,
        sealed -> Bytea,
    }
}

diesel::table! {
    keyring_readers (id) {
        id -> Uuid,
        kids -> Array<Text>,
        active -> Array<Text>,
        seen_at -> Timestamptz,
    }
}

diesel::table! {
    audit_events (org_id, occurred_at, id) {
        org_id -> Uuid,
        occurred_at -> Timestamptz,
        id -> Uuid,
        action -> Text,
        outcome -> Text,
        actor_id -> Nullable<Uuid>,
        subject_id -> Nullable<Uuid>,
        session_id -> Nullable<Uuid>,
        address -> Nullable<Text>,
        user_agent -> Nullable<Text>,
        request_id -> Nullable<Text>,
        detail -> Jsonb,
        proof -> Nullable<Bytea>,
    }
}

diesel::table! {
    audit_seals (org_id, number) {
        org_id -> Uuid,
        number -> BigInt,
        made_at -> Timestamptz,
        gone_before -> Nullable<Timestamptz>,
        adopts -> Bool,
        first_at -> Timestamptz,
        last_at -> Timestamptz,
        events -> Integer,
        entries -> Nullable<Bytea>,
        entries_digest -> Bytea,
        previous -> Bytea,
        digest -> Bytea,
        mac -> Bytea,
        mac_kid -> Text,
        checkpoint -> Text,
    }
}

diesel::table! {
    outbox (org_id, id) {
        org_id -> Uuid,
        id -> Uuid,
        event_id -> Uuid,
        user_id -> Uuid,
        recipient -> Text,
        kind -> Text,
        content -> Jsonb,
        sealed_secrets -> Nullable<Bytea>,
        created_at -> Timestamptz,
        expires_at -> Timestamptz,
        attempts -> Int4,
        next_attempt_at -> Timestamptz,
        last_error -> Nullable<Text>,
        finished_at -> Nullable<Timestamptz>,
        outcome -> Nullable<Text>,
    }
}

diesel::table! {
    mailed_tokens (org_id, digest) {
        org_id -> Uuid,
        digest -> Bytea,
        user_id -> Uuid,
        kind -> Text,
        email -> Text,
        expires_at -> Timestamptz,
        used_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    email_codes (org_id, challenge_id) {
        org_id -> Uuid,
        challenge_id -> Uuid,
        user_id -> Uuid,
        digest -> Bytea,
        expires_at -> Timestamptz,
        used_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    trusted_devices (org_id, user_id, id) {
        org_id -> Uuid,
        user_id -> Uuid,
        id -> Uuid,
        digest -> Bytea,
        address -> Nullable<Text>,
        user_agent -> Nullable<Text>,
        trusted_at -> Timestamptz,
        last_used_at -> Timestamptz,
        expires_at -> Timestamptz,
    }
}

diesel::table! {
    reminders (org_id, user_id, deadline, stage) {
        org_id -> Uuid,
        user_id -> Uuid,
        deadline -> Timestamptz,
        stage -> Text,
        sent_at -> Timestamptz,
    }
}

diesel::table! {
    webhooks (org_id, id) {
        org_id -> Uuid,
        id -> Uuid,
        name -> Text,
        url -> Text,
        events -> Array<Text>,
        sealed_secret -> Bytea,
        sealed_former_secret -> Nullable<Bytea>,
        former_secret_until -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
        created_by -> Uuid,
        disabled_at -> Nullable<Timestamptz>,
        disabled_because -> Nullable<Text>,
        given_up_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    webhook_deliveries (org_id, webhook_id, event_id) {
        org_id -> Uuid,
        webhook_id -> Uuid,
        event_id -> Uuid,
        action -> Text,
        body -> Text,
        status -> Text,
        attempts -> Int4,
        created_at -> Timestamptz,
        due_since -> Timestamptz,
        next_attempt_at -> Timestamptz,
        last_attempt_at -> Nullable<Timestamptz>,
        response_status -> Nullable<Int2>,
        response_millis -> Nullable<Int4>,
        last_error -> Nullable<Text>,
        finished_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    sso_providers (org_id, id) {
        org_id -> Uuid,
        id -> Uuid,
        name -> Text,
        issuer -> Text,
        client_id -> Text,
        sealed_secret -> Bytea,
        scopes -> Array<Text>,
        enabled -> Bool,
        creates_users -> Bool,
        default_role -> Text,
        email_domains -> Array<Text>,
        created_at -> Timestamptz,
        created_by -> Uuid,
    }
}

diesel::table! {
    sso_departures (org_id, digest) {
        org_id -> Uuid,
        digest -> Bytea,
        provider_id -> Uuid,
        browser_digest -> Bytea,
        sealed_secrets -> Bytea,
        return_to -> Nullable<Text>,
        session_id -> Nullable<Uuid>,
        user_id -> Nullable<Uuid>,
        expires_at -> Timestamptz,
    }
}

diesel::table! {
    sso_arrivals (org_id, digest) {
        org_id -> Uuid,
        digest -> Bytea,
        provider_id -> Uuid,
        browser_digest -> Bytea,
        issuer -> Text,
        subject -> Text,
        email -> Nullable<Text>,
        email_verified -> Bool,
        display_name -> Nullable<Text>,
        two_factors -> Bool,
        arrived_at -> Timestamptz,
        expires_at -> Timestamptz,
    }
}

diesel::table! {
    sso_identities (org_id, id) {
        org_id -> Uuid,
        id -> Uuid,
        user_id -> Uuid,
        provider_id -> Uuid,
        issuer -> Text,
        subject -> Text,
        email -> Nullable<Text>,
        linked_at -> Timestamptz,
        last_used_at -> Nullable<Timestamptz>,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    api_keys,
    policies,
    users,
    authenticators,
    idempotency_keys,
    webhooks,
    recovery_codes,
    passes
);
