//! The route table: every operation of the API, and thereby of the OpenAPI document.

use actix_web::{dev::HttpServiceFactory, web::ServiceConfig};
use utoipa_actix_web::{OpenApiFactory, service_config::ServiceConfig as Documented};

use super::{
    openapi::operations_of,
    operations,
    v1::{
        activation, activity, api_keys, audit_seals, auth, authenticators, branding, bulk, effective_policy,
        email, email_verification, forgotten_password, imports, invitations, me, objection, organizations,
        overview, passkey_login, passkeys, policy, policy_preview, recovery_codes, roles, sessions,
        sign_in_config, sso, sso_identities, sso_providers, trusted_devices, two_factor, user_administration,
        users, verify, webhook_deliveries, webhooks,
    },
};

/// Where operations are entered.
pub trait Table {
    fn service(&mut self, operation: impl HttpServiceFactory + OpenApiFactory + 'static);
}

/// To be answered alone: each worker has a table, and the document is large.
impl Table for ServiceConfig {
    fn service(&mut self, operation: impl HttpServiceFactory + OpenApiFactory + 'static) {
        Self::service(self, operation);
    }
}

/// To be described as well.
impl Table for Documented<'_> {
    fn service(&mut self, operation: impl HttpServiceFactory + OpenApiFactory + 'static) {
        Self::service(self, operation);
    }
}

/// Where an operation is.
pub struct Entry {
    /// Its name in the document, which is the one that the framework has for its route.
    pub id: String,
    pub method: &'static str,
    /// As `/v1/users/{id}`.
    pub path: String,
}

/// To be known by.
impl Table for Vec<Entry> {
    fn service(&mut self, operation: impl HttpServiceFactory + OpenApiFactory + 'static) {
        for (path, item) in operation.paths().paths {
            self.extend(operations_of(&item).filter_map(|(method, operation)| {
                Some(Entry { id: operation.operation_id.clone()?, method, path: path.clone() })
            }));
        }
    }
}

pub fn entries() -> Vec<Entry> {
    let mut entries = Vec::new();
    routes(&mut entries);
    entries
}

/// In this order they are tried, each by an expression of its own: those come first that are asked for most.
pub fn routes(config: &mut impl Table) {
    // Services
    config.service(verify::verify_code);
    config.service(verify::verify_codes);
    config.service(verify::read_verify_methods);
    config.service(sessions::read_session);

    // Operations
    config.service(operations::list_signing_keys);
    config.service(operations::check_health);
    config.service(operations::check_readiness);

    // Sign-in
    config.service(sign_in_config::read_sign_in_config);
    config.service(branding::read_logo);
    config.service(auth::begin_login);
    config.service(activation::read_invitation);
    config.service(activation::activate_account);
    config.service(forgotten_password::request_password_reset);
    config.service(forgotten_password::reset_password);
    config.service(email::confirm_email);
    config.service(email_verification::send_email_code);
    config.service(passkey_login::begin_passkey_answer);
    config.service(auth::verify_challenge);
    config.service(passkey_login::begin_passkey_login);
    config.service(passkey_login::finish_passkey_login);
    config.service(objection::object_to_notice);
    config.service(auth::refresh_session);
    config.service(auth::end_current_session);
    config.service(auth::begin_step_up);
    config.service(sso::start_sso_sign_in);
    config.service(sso::finish_sso_sign_in);
    config.service(sso::complete_sso_sign_in);
    config.service(sso::start_sso_logout);

    // Me
    config.service(me::read_me);
    config.service(me::update_me);
    config.service(me::change_password);
    config.service(email::request_email_change);
    config.service(email::request_email_verification);
    config.service(two_factor::read_two_factor);
    config.service(two_factor::disable_two_factor);
    config.service(email_verification::set_email_verification);
    config.service(authenticators::begin_authenticator);
    config.service(authenticators::confirm_authenticator);
    config.service(authenticators::replace_authenticator);
    config.service(authenticators::rename_authenticator);
    config.service(authenticators::remove_authenticator);
    config.service(passkeys::begin_passkey);
    config.service(passkeys::enroll_passkey);
    config.service(passkeys::begin_passkey_proof);
    config.service(passkeys::rename_passkey);
    config.service(passkeys::remove_passkey);
    config.service(recovery_codes::list_recovery_codes);
    config.service(recovery_codes::regenerate_recovery_codes);
    config.service(sessions::list_sessions);
    config.service(sessions::end_session);
    config.service(trusted_devices::list_trusted_devices);
    config.service(trusted_devices::revoke_trusted_device);
    config.service(activity::list_activity);
    config.service(sso_identities::list_sso_identities);
    config.service(sso_identities::start_sso_connection);
    config.service(sso_identities::connect_sso_identity);
    config.service(sso_identities::disconnect_sso_identity);

    // Administration
    config.service(policy::read_policy);
    config.service(policy::replace_policy);
    config.service(policy::list_policy_presets);
    config.service(policy_preview::preview_policy);
    config.service(branding::read_branding);
    config.service(branding::replace_branding);
    config.service(branding::replace_logo);
    config.service(branding::remove_logo);
    config.service(users::list_users);
    config.service(users::create_user);
    config.service(bulk::change_users);
    config.service(imports::import_users);
    config.service(invitations::invite_users);
    config.service(user_administration::read_user);
    config.service(user_administration::update_user);
    config.service(invitations::send_invitation);
    config.service(invitations::revoke_invitation);
    config.service(effective_policy::read_effective_policy);
    config.service(effective_policy::set_deadline);
    config.service(user_administration::end_user_sessions);
    config.service(user_administration::disconnect_user_identities);
    config.service(forgotten_password::send_password_reset);
    config.service(user_administration::reset_two_factor);
    config.service(user_administration::issue_temporary_pass);
    config.service(roles::list_roles);
    config.service(roles::create_role);
    config.service(roles::update_role);
    config.service(roles::delete_role);
    config.service(api_keys::list_api_keys);
    config.service(api_keys::create_api_key);
    config.service(api_keys::rotate_api_key);
    config.service(api_keys::revoke_api_key);
    config.service(webhooks::list_webhooks);
    config.service(webhooks::create_webhook);
    config.service(webhooks::read_webhook);
    config.service(webhooks::update_webhook);
    config.service(webhooks::delete_webhook);
    config.service(webhooks::rotate_webhook_secret);
    config.service(webhook_deliveries::test_webhook);
    config.service(webhook_deliveries::list_webhook_deliveries);
    config.service(webhook_deliveries::redeliver_webhook);
    config.service(sso_providers::list_sso_providers);
    config.service(sso_providers::create_sso_provider);
    config.service(sso_providers::update_sso_provider);
    config.service(sso_providers::delete_sso_provider);
    config.service(sso_providers::test_sso_provider);
    config.service(activity::list_audit_events);
    config.service(audit_seals::verify_audit_events);
    config.service(audit_seals::list_audit_seals);
    config.service(overview::read_overview);
    config.service(organizations::list_organizations);
    config.service(organizations::create_organization);
    config.service(organizations::rename_organization);
}
