//! The route table: every operation of the API, and thereby of the OpenAPI document.

use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    operations,
    v1::{
        activation, activity, auth, authenticators, bulk, effective_policy, email, email_verification,
        forgotten_password, imports, invitations, me, objection, organizations, overview, policy,
        policy_preview, recovery_codes, roles, sessions, trusted_devices, two_factor, user_administration,
        users,
    },
};

pub fn routes(config: &mut ServiceConfig) {
    // Sign-in
    config.service(auth::read_sign_in_config);
    config.service(auth::begin_login);
    config.service(activation::read_invitation);
    config.service(activation::activate_account);
    config.service(forgotten_password::request_password_reset);
    config.service(forgotten_password::reset_password);
    config.service(email::confirm_email);
    config.service(email_verification::send_email_code);
    config.service(auth::verify_challenge);
    config.service(objection::object_to_notice);
    config.service(auth::refresh_session);
    config.service(auth::end_current_session);
    config.service(auth::begin_step_up);

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
    config.service(recovery_codes::list_recovery_codes);
    config.service(recovery_codes::regenerate_recovery_codes);
    config.service(sessions::list_sessions);
    config.service(sessions::end_session);
    config.service(trusted_devices::list_trusted_devices);
    config.service(trusted_devices::revoke_trusted_device);
    config.service(activity::list_activity);

    // Administration
    config.service(policy::read_policy);
    config.service(policy::replace_policy);
    config.service(policy::list_policy_presets);
    config.service(policy_preview::preview_policy);
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
    config.service(user_administration::reset_two_factor);
    config.service(user_administration::issue_temporary_pass);
    config.service(roles::list_roles);
    config.service(roles::create_role);
    config.service(roles::update_role);
    config.service(roles::delete_role);
    config.service(activity::list_audit_events);
    config.service(overview::read_overview);
    config.service(organizations::list_organizations);
    config.service(organizations::create_organization);
    config.service(organizations::rename_organization);

    // Operations
    config.service(operations::list_signing_keys);
    config.service(operations::check_health);
    config.service(operations::check_readiness);
}
