//! What an event is recorded with.

use std::collections::BTreeSet;

use chrono::TimeDelta;

use super::*;
use crate::domain::{
    api_key::Scope,
    session::{FirstStep, Proof, SecondStep},
    user::{Factor, User},
};

const HERE: OrganizationId = OrganizationId(Uuid::from_u128(1));
const ELSEWHERE: OrganizationId = OrganizationId(Uuid::from_u128(2));
const ADA: UserId = UserId(Uuid::from_u128(3));

fn key() -> ApiKey {
    let now = Timestamp::default();
    ApiKey {
        organization_id: HERE,
        id: ApiKeyId(Uuid::from_u128(4)),
        name: ApiKeyName::parse("Payments").unwrap(),
        scopes: [Scope::Verify].into(),
        networks: Vec::new(),
        calls_per_minute: 60,
        created_by: ADA,
        created_at: now,
        expires_at: now + TimeDelta::days(1),
        rotated_at: None,
        previous_until: None,
        last_used_at: None,
        alarmed_at: None,
    }
}

fn recorded(event: &AuditEvent) -> RecordedEvent {
    let address = "2001:db8::7".parse().ok();
    let client = Client { address, user_agent: Some("Firefox".to_owned()) };
    let origin = Origin { client, request_id: Some("a-request".to_owned()) };
    event.recorded(EventId(Uuid::from_u128(5)), Timestamp::default(), &origin)
}

#[test]
fn an_event_is_recorded_with_who_did_what_from_where() {
    let event = AuditEvent::by_user(HERE, ADA, Action::PasswordChanged).with(json!({"forgotten": true}));
    let written = recorded(&event);
    assert_eq!((written.action.as_str(), written.outcome.as_str()), ("password.changed", "success"));
    assert_eq!((written.actor, written.subject, written.session), (Some(ADA), Some(ADA), None));
    assert_eq!(written.address.as_deref(), Some("2001:db8::7"));
    assert_eq!(written.user_agent.as_deref(), Some("Firefox"));
    assert_eq!(written.request_id.as_deref(), Some("a-request"));
    assert_eq!(written.detail, json!({"forgotten": true}));
    assert_eq!((written.position().id, written.position().occurred_at), (written.id, written.occurred_at));
    assert_eq!((written.proof.len(), written.proven(vec![7; 16]).proof), (0, vec![7; 16]));
}

#[test]
fn who_proved_nothing_is_no_actor() {
    let event = AuditEvent::about_user(HERE, Some(ADA), Action::LoginFailed).failed();
    let written = recorded(&event);
    assert_eq!((written.actor, written.subject), (None, Some(ADA)));
    assert_eq!(written.outcome, "failure");
    let nobody = AuditEvent::about_user(HERE, None, Action::LoginFailed);
    assert_eq!((nobody.outcome, nobody.subject), (Outcome::Success, None));
    assert_eq!(nobody.on(ADA).subject, Some(ADA));
}

#[test]
fn an_event_of_a_session_names_it() {
    let user = User::example(Factor::NotEnrolled);
    let now = Timestamp::default();
    let second_step = SecondStep::None;
    let proof = Proof { first_step: FirstStep::Local, authenticated_at: now, second_step };
    let id = SessionId(Uuid::from_u128(6));
    let session = Session::begin(id, &user, proof, false, Client::default(), now);
    let event = AuditEvent::in_session(&session, Action::SessionRefreshed);
    assert_eq!(
        (event.session, event.subject, event.organization_id),
        (Some(id), Some(user.id), user.organization_id)
    );
    assert_eq!(event.actor.map(|actor| actor.id()), Some(user.id.0));
}

#[test]
fn what_a_key_does_is_told_with_its_name() {
    let event = AuditEvent::by_key(&key(), Action::VerifySucceeded).on(ADA).with(json!({"method": "totp"}));
    let written = recorded(&event);
    assert_eq!((written.actor, written.subject), (Some(UserId(key().id.0)), Some(ADA)));
    assert_eq!(written.detail, json!({"method": "totp", "apiKey": "Payments"}));
}

#[test]
fn who_acts_in_another_organization_is_told_to_come_from_theirs() {
    let event = AuditEvent::by_user(HERE, ADA, Action::UserSuspended);
    let there = event.clone().within(ELSEWHERE);
    assert_eq!(there.organization_id, ELSEWHERE);
    assert_eq!(recorded(&there).detail, json!({"actingFrom": HERE}));
    assert_eq!(recorded(&event.within(HERE)).detail, json!({}));
}

#[test]
fn an_event_says_which_webhooks_are_told() {
    let event = AuditEvent::by_user(HERE, ADA, Action::WebhookTest);
    assert_eq!(event.audience, Audience::Subscribed);
    let only = Audience::SubscribedAnd(Uuid::from_u128(7).into());
    assert_eq!(event.telling(only).audience, only);
}

#[test]
fn actions_are_called_subject_and_participle() {
    let names: BTreeSet<_> = Action::ALL.iter().map(|action| action.name()).collect();
    assert_eq!(names.len(), Action::ALL.len(), "no two of one name");
    let well_formed = |name: &&str| {
        name.split('.').count() == 2
            && name.bytes().all(|byte| byte.is_ascii_lowercase() || b"._".contains(&byte))
    };
    assert_eq!(names.iter().find(|name| !well_formed(name)), None);
}
