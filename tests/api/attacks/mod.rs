//! Attacks: each one that the suite knows, with the test that shows that it comes to nothing.
//!
//! Replay and races
//!
//! | attack | test |
//! |---|---|
//! | a code once more, elsewhere, after a restart | `challenge::i1_an_accepted_code_is_never_accepted_again` |
//! | an older code after a newer one | `challenge::i1_after_a_newer_code_an_older_one_is_refused` |
//! | the code that confirmed an enrollment, anywhere | `attacks::steps::a_code_that_confirmed_opens_nothing_else` |
//! | the code that signed in, at a step-up | `step_up::i1_a_code_that_signed_in_does_not_step_up` |
//! | the code that signed in, to disable | `disable::i1_a_code_that_signed_in_does_not_disable` |
//! | one code over one challenge at once | `concurrency::i2_one_code_over_one_challenge_opens_once` |
//! | one code over many challenges at once | `concurrency::i2_one_code_over_fifty_challenges_opens_once` |
//! | one code in every place at once | `attacks::races::one_code_in_every_place_at_once_is_taken_once` |
//! | one recovery code at sign-ins at once | `concurrency::i2_one_recovery_code_opens_once` |
//! | one recovery code at sign-ins and services at once | `attacks::races::one_recovery_code_at_sign_ins_and_at_services_at_once_is_taken_once` |
//! | one mailed code at once | `email_codes::i2_one_mailed_code_opens_once_and_fifty_requests_mail_three` |
//! | one temporary pass at once | `administrators_at_once::i2_one_pass_opens_one_enrollment` |
//! | one reset code at once | `administrators_at_once::i2_one_reset_code_over_one_challenge_opens_one_enrollment` |
//! | one refresh token at once, or once more | `concurrency::i2_one_refresh_token_is_taken_once_and_its_reuse_ends_the_session` |
//! | one step-up at once | `concurrency::i2_one_step_up_challenge_gives_one_session` |
//! | one enrollment confirmed at once | `concurrency::i2_an_enrollment_is_confirmed_once_with_one_set_of_recovery_codes` |
//! | one permission to enroll at once | `concurrency::i2_a_permission_to_enroll_is_good_for_one_session` |
//! | one form with a code at once | `single_form::i2_fifty_forms_with_one_code_give_one_session` |
//! | one reset link at once | `forgotten_password::i2_a_link_sets_one_password` |
//! | one invitation at once | `activation::i2_an_invitation_is_followed_once` |
//! | one confirmation of an address at once | `email::i2_a_link_changes_an_address_once` |
//! | one objection at once | `freezing::i2_fifty_objections_by_one_link_freeze_once` |
//! | one passkey ceremony at once | `passkeys::i2_of_fifty_finishes_of_one_ceremony_one_succeeds` |
//! | one return from a provider at once | `sso_tokens::i2_of_fifty_who_come_back_at_once_one_goes_on` |
//! | a renewal against a sign-out | `attacks::races::i7_a_refresh_that_meets_a_sign_out_leaves_no_session` |
//! | a sign-in against a new password | `attacks::races::a_challenge_that_meets_a_new_password_opens_nothing_afterwards` |
//! | a sign-in against a reset | `administrators_at_once::i7_a_sign_in_that_meets_a_reset_leaves_nothing_open` |
//! | a sign-in against a suspension | `administrators_at_once::i7_a_sign_in_that_meets_a_suspension_leaves_nothing_open` |
//! | a confirmation against a sign-out | `concurrency::a_confirmation_that_meets_a_sign_out_is_refused` |
//! | two administrators against each other | `administrators_at_once::of_two_administrators_who_reset_each_other_one_keeps_factor_and_session` |
//! | the last two administrators at once | `administrators_at_once::of_the_last_two_administrators_one_stays` |
//! | a request sent again | `idempotency::v3_whatever_takes_a_key_is_carried_out_once` |
//!
//! Guessing
//!
//! | attack | test |
//! |---|---|
//! | codes over one challenge | `concurrency::i5_one_challenge_gives_five_verdicts_at_most` |
//! | codes over many challenges at once | `concurrency::i5_a_burst_of_guesses_gets_the_verdicts_that_the_budget_has_left` |
//! | codes over sign-in and services at once | `verify::i5_a_burst_over_sign_in_and_verify_gets_the_verdicts_that_the_budget_has_left` |
//! | codes by turns in every place | `throttle::all_surfaces_share_one_pool` |
//! | codes with a success now and then | `throttle::a_success_does_not_refill_the_pool` |
//! | codes day after day | `throttle::a_hundred_failures_in_a_row_close_the_pool_until_a_recovery_code_opens_it` |
//! | a right code from wrong ones, over the budget | `concurrency::i5_over_the_budget_right_and_wrong_are_identical` |
//! | mailed codes | `email_codes::i2_a_burst_of_guesses_gets_five_verdicts` |
//! | recovery codes of other systems | `imports::guesses_at_another_systems_recovery_codes_are_charged` |
//! | passwords of one account | `throttle::twenty_wrong_passwords_close_an_account_for_an_hour_without_saying_so` |
//! | passwords of many accounts | `throttle::a_hundred_wrong_passwords_close_an_address_for_the_hour` |
//! | passwords from one network of IPv6 | `throttle::ipv6_is_counted_by_its_network` |
//! | passwords from addresses that are made up | `throttle::only_a_configured_proxy_says_who_calls` |
//! | guesses to lock an owner out | `recognition::a_thousand_wrong_passwords_lock_nobody_out_of_a_known_browser` |
//! | who has an account, by a sign-in | `login::l4_every_failed_login_looks_the_same` |
//! | who has an account, by a forgotten password | `forgotten_password::a_forgotten_password_tells_nobody_who_is_there` |
//! | who has an account, by the time of an answer | `forgotten_password::i9_the_time_of_the_answer_tells_nothing` |
//! | who has an account, by passkeys | `passkey_login::the_options_do_not_tell_who_has_an_account` |
//! | who has an account, by a new address | `email::the_answer_does_not_tell_who_has_an_address` |
//! | which of password and code is wrong | `disable::d1_wrong_password_and_wrong_code_cannot_be_told_apart` |
//! | how far a clock is off | `challenge::e7_a_sign_in_never_tells_how_far_a_clock_is_off` |
//!
//! Steps out of order
//!
//! | attack | test |
//! |---|---|
//! | a challenge finished twice, by any method | `attacks::steps::a_challenge_is_finished_by_no_method_a_second_time` |
//! | a challenge of somebody else | `challenge::a_challenge_belongs_to_one_user` |
//! | a step-up for another session | `attacks::steps::a_step_up_of_one_session_makes_no_other_fresh` |
//! | a sign-in for a step-up | `attacks::steps::a_sign_in_is_no_step_up_of_the_session_that_answers_it` |
//! | a step-up by mail, or to trust a device | `attacks::steps::a_step_up_takes_no_mailed_code_and_trusts_no_device` |
//! | a step-up by a pass | `temporary_passes::a4_a_pass_is_not_for_a_step_up` |
//! | a step-up after its session | `step_up::a_step_up_dies_with_its_session` |
//! | a confirmation of nothing, or twice | `attacks::steps::nothing_is_confirmed_before_it_was_begun_or_after_it_was_confirmed` |
//! | an enrollment of a stolen session | `attacks::steps::an_enrollment_of_a_session_that_was_ended_comes_to_nothing` |
//! | an enrollment of another user, in a session | `enrollment::e2_nobody_confirms_for_another` |
//! | an enrollment of another user, by a permission | `attacks::steps::a_permission_to_enroll_confirms_nothing_of_somebody_else` |
//! | an enrollment in the place of a lost code | `resets::a2_after_a_reset_a_password_alone_leads_nowhere` |
//! | an enrollment that a reset overtakes | `resets::i7_a_permission_to_enroll_from_before_a_reset_is_dead` |
//! | half of what disables | `disable::d1_either_alone_is_refused` |
//! | a reset of oneself | `resets::a3_nobody_resets_themselves` |
//!
//! Sessions and tokens
//!
//! | attack | test |
//! |---|---|
//! | no credential, or one that is none | `authorization::no_operation_takes_a_credential_that_is_none` |
//! | a credential of another purpose | `attacks::borrowed_credentials::no_operation_takes_what_is_good_for_another` |
//! | a token in the place of another | `attacks::borrowed_credentials::no_token_is_good_where_another_is_asked_for` |
//! | a session in the place of an API key | `attacks::borrowed_credentials::no_service_operation_takes_a_session` |
//! | an API key beyond its scopes | `api_keys::every_scope_refuses_every_operation_that_it_does_not_name` |
//! | a permission to enroll for anything else | `authorization::an_enrollment_token_only_enrolls` |
//! | a cookie in the place of a session | `attacks::borrowed_credentials::no_operation_takes_a_cookie_for_a_session` |
//! | an expired token | `authorization::no_operation_takes_an_expired_token` |
//! | a token of another header | `attacks::forged_tokens::a_token_of_another_header_is_none` |
//! | a token of another key or algorithm | `attacks::forged_tokens::a_token_of_another_key_or_algorithm_is_none` |
//! | a token of other claims | `attacks::forged_tokens::a_token_that_lacks_a_claim_or_has_another_is_none` |
//! | a token cut or lengthened | `attacks::forged_tokens::a_token_that_was_cut_or_lengthened_is_none` |
//! | claims of other people under a right signature | `authorization::a_forged_access_token_is_none` |
//! | less than the permission that it takes | `authorization::an_administrative_operation_takes_its_permission` |
//! | a second factor of yesterday | `authorization::s3_a_sensitive_operation_takes_a_fresh_second_factor` |
//! | a session that was ended | `sessions::i7_a_session_that_is_ended_is_dead_at_the_next_request_everywhere` |
//! | what another organization has, by its id | `attacks::foreign_organizations::nobody_elsewhere_reaches_anything_by_its_id` |
//! | what somebody there has of their own | `attacks::foreign_organizations::nobody_elsewhere_reaches_what_is_somebodys_own` |
//! | whom a body names there | `attacks::foreign_organizations::nobody_elsewhere_reaches_anybody_by_what_a_body_names` |
//! | acting in another organization | `acting::to_everybody_else_there_is_no_other_organization` |
//! | a foreign administrator by every operation | `acting::no_id_of_another_organization_leads_to_anything` |
//!
//! More than is one's own to give
//!
//! | attack | test |
//! |---|---|
//! | a user with a role beyond one's own | `users::nobody_gives_a_role_beyond_their_own` |
//! | an invitation to more than one has | `invitations::a5_nobody_invites_above_themselves` |
//! | an import of permissions that one lacks | `imports::nobody_imports_a_permission_that_they_do_not_hold` |
//! | a role of more than one holds | `roles::i7_nobody_makes_a_role_of_more_than_they_hold` |
//! | one's own role given back what it lost | `roles::i7_nobody_gives_their_own_role_back_what_it_lost` |
//! | an API key for more than one may | `api_keys::nobody_makes_a_key_for_more_than_they_may_themselves` |
//! | a provider that gives what one may not | `sso_providers::nobody_gives_by_a_provider_what_they_may_not` |
//! | an administrator who undoes their demotion | `administrators_at_once::i7_nobody_undoes_their_own_demotion` |
//! | a deadline of who is above or elsewhere | `deadlines::o3_nobody_moves_the_deadline_of_who_is_above_or_elsewhere` |
//! | a freeze lifted by the account itself | `freezing::nobody_lifts_their_own_freeze` |
//! | an organization without an administrator | `user_administration::the_last_administrator_stays_one` |
//! | an installation without a superadmin | `last_superadmin::the_last_superadmin_stays_one` |
//! | the browser that somebody else is recognized by | `recognition::a_browser_is_recognized_for_its_own_user` |
//! | the device that somebody else trusts | `trusted_devices::l7_a_device_is_trusted_by_its_own_user` |
//!
//! Storage and identity
//!
//! | attack | test |
//! |---|---|
//! | one address in many spellings | `attacks::identities::a_mailbox_is_one_account_however_it_is_spelled` |
//! | what pretends to be an address | `attacks::identities::what_pretends_to_be_an_address_is_none` |
//! | letters that look alike | `attacks::identities::a_lookalike_is_somebody_else` |
//! | the case of an address | `login::an_address_is_read_whatever_its_case` |
//! | passwords of one beginning, and zeros in them | `attacks::identities::a_password_counts_to_its_last_byte` |
//! | the same of other systems' hashes | `attacks::identities::an_imported_password_counts_to_its_last_byte` |
//! | digits of other scripts | `attacks::identities::a_code_is_of_ascii_digits_everywhere` |
//! | zeros in any text | `problems::zero_characters_are_refused_before_the_database_is_asked` |
//! | a field that stands twice | `attacks::bodies::no_operation_takes_a_field_twice` |
//! | a field that stands twice in an import | `attacks::bodies::no_line_of_an_import_has_a_field_twice` |
//! | line ends and commands in a body | `attacks::bodies::no_text_of_a_body_steers_an_answer_a_log_or_a_mail` |
//! | line ends and commands in a header | `attacks::bodies::no_header_steers_an_answer_or_a_log` |
//! | line ends in an address | `attacks::bodies::no_address_steers_an_answer` |
//! | formulas in an export | `audit_export::what_a_client_calls_itself_is_no_formula` |
//! | another host in a mailed link | `attacks::bodies::no_mailed_link_leads_where_a_request_says_it_is` |
//! | a link in a name that is mailed | `attacks::bodies::no_name_becomes_a_link_in_a_mail` |
//! | a small body that unpacks to a large one | `attacks::bodies::no_body_is_unpacked` |
//! | a request within a request | `attacks::bodies::a_request_has_one_length` |
//! | a body without end | `problems::i9_a_body_of_unknown_length_is_cut_at_the_same_size` |
//! | a body that drips | `problems::i9_a_body_that_drips_is_not_waited_for` |
//! | a secret in the database or the log | `secrets_at_rest::no_secret_of_a_story_is_in_the_database_or_the_log` |
//! | a row copied onto another user | `secrets_at_rest::a_secret_copied_onto_another_user_does_not_open` |
//!
//! Browsers
//!
//! | attack | test |
//! |---|---|
//! | a page of another site | `attacks::browsers::no_page_of_another_site_changes_anything` |
//! | a link or a picture of another site | `attacks::browsers::no_operation_that_reads_changes_anything` |
//! | a form of another site | `attacks::browsers::no_operation_reads_what_a_form_can_send` |
//! | reading or framing an answer | `attacks::browsers::no_other_site_is_let_read_or_frame_an_answer` |
//! | a session of pages elsewhere, from beside them | `other_origins::no_page_of_another_origin_uses_their_session` |
//! | reading what is open to pages elsewhere | `other_origins::every_answer_is_read_by_their_pages_and_by_no_other` |
//! | another method or address in a header | `attacks::browsers::a_request_is_what_its_first_line_says` |
//! | a cookie that was planted | `attacks::browsers::no_cookie_that_was_planted_becomes_a_session` |
//! | a cookie read by scripts or sent elsewhere | `attacks::browsers::every_cookie_is_kept_from_scripts_other_sites_and_other_hosts` |
//! | a cookie without an origin | `sessions::a_cookie_without_any_origin_is_not_taken` |
//! | a redirect to another site | `sso_tokens::only_a_page_of_ours_is_returned_to` |
//! | a way out of the folder of pages | `attacks::pages::no_path_leads_out_of_the_folder_of_pages` |
//! | text of a user as HTML of a mail | `smtp::n3_a_mail_arrives_with_its_headers_and_in_two_forms` |
//!
//! Passkeys and providers
//!
//! | attack | test |
//! |---|---|
//! | a passkey that lies at its enrollment | `passkey_falsehoods::no_lie_enrolls_a_passkey` |
//! | a passkey that lies at a second step | `passkey_falsehoods::no_lie_answers_a_challenge` |
//! | a passkey that lies at a sign-in alone | `passkey_falsehoods::no_lie_signs_in_alone` |
//! | a question answered by somebody else | `passkey_falsehoods::a_question_is_answered_by_whom_it_was_asked_of` |
//! | a passkey that was copied | `passkey_falsehoods::a_counter_that_does_not_rise_is_refused_and_raises_an_alarm` |
//! | nonsense in the place of a passkey's answer | `passkey_malformed::nonsense_is_refused_and_told` |
//! | a passkey's answer cut short | `passkey_malformed::an_answer_cut_short_anywhere_is_refused` |
//! | a passkey's answer beyond measure | `passkey_malformed::what_is_larger_than_64_kib_is_not_read` |
//! | a provider's token that lies | `sso_tokens::no_lie_is_believed` |
//! | a return in another browser, or late | `sso_tokens::a_browser_comes_back_once_in_time_and_as_the_same` |
//! | a provider in the place of another | `sso_tokens::of_two_providers_none_answers_for_the_other` |
//! | an account taken over by its address | `sso_linking::an_address_connects_nothing_before_its_owner_has_signed_in` |
//!
//! The database behind the service's back
//!
//! | attack | test |
//! |---|---|
//! | an event changed, taken away or slipped in | `audit_seals::what_a_superuser_of_the_database_does_is_found_and_named` |
//! | an event slipped in before it is sealed | `audit_seals::what_is_slipped_in_is_never_sealed` |
//! | a seal changed or taken away | `audit_seals::a_seal_is_found_as_well` |
//! | the end of the log cut off with its seals | `audit_keeping::a_log_cut_off_with_its_seals_shows_against_a_head_kept_elsewhere` |
//! | a service taken over that rewrites its log | `audit_keeping::the_service_cannot_rewrite_what_it_told` |
//! | an older backup in the place of the database | `restoring::i1_what_was_used_stays_used_when_an_older_backup_is_restored` |
//! | a standby promoted before it had everything | `restoring::i4_a_failover_that_lost_a_moment_is_noticed_by_a_service_that_runs` |
//!
//! Requests of ours that others choose
//!
//! | attack | test |
//! |---|---|
//! | a webhook into the network behind the service | `webhooks::what_is_wrong_with_a_webhook_is_told_by_field` |
//! | a name that changes where it leads | `webhook_attempts::v4_a_private_target_is_refused_at_the_connection_too` |
//! | a redirect, or an answer without end | `webhook_attempts::v4_a_redirect_is_not_followed_and_an_endless_answer_not_read` |
//! | a provider in the network behind the service | `sso_providers::a_provider_is_checked_before_it_is_connected` |

mod bodies;
mod borrowed_credentials;
mod browsers;
mod foreign_organizations;
mod forged_tokens;
mod identities;
mod pages;
mod races;
mod steps;

use std::collections::BTreeSet;

use crate::support::{named_tests::names_in, schema::committed};

/// The tests that the tables above name.
fn named() -> Vec<String> {
    let source = committed("tests/api/attacks/mod.rs");
    let rows = source.lines().filter_map(|line| line.strip_prefix("//! | ")?.strip_suffix("` |"));
    rows.map(|row| row.rsplit_once('`').expect("a test in each row").1.to_owned()).collect()
}

/// The tests that a file of the suite has, by their whole names.
fn tests_of(module: &str) -> BTreeSet<String> {
    let source = committed(&format!("tests/api/{}.rs", module.replace("::", "/")));
    names_in(&source).into_iter().map(|name| format!("{module}::{name}")).collect()
}

#[test]
fn every_attack_names_a_test_that_there_is() {
    let named = named();
    assert!(named.len() > 100, "{}", named.len());
    for name in &named {
        let (module, _) = name.rsplit_once("::").expect("a module");
        assert!(tests_of(module).contains(name), "{name} is no test");
    }
    let distinct: BTreeSet<&String> = named.iter().collect();
    assert_eq!(distinct.len(), named.len(), "each is named once");
}

#[test]
fn every_test_of_an_attack_is_named() {
    let named: BTreeSet<String> = named().into_iter().collect();
    let source = committed("tests/api/attacks/mod.rs");
    let modules = source.lines().filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'));
    for module in modules {
        let missing: Vec<String> =
            tests_of(&format!("attacks::{module}")).difference(&named).cloned().collect();
        assert_eq!(missing, [""; 0], "in no table");
    }
}
