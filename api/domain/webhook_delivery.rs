//! Deliveries of webhooks: what is sent, how often it is tried, and for how long.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{
    Timestamp,
    audit::{AuditEvent, RecordedEvent},
    id::{EventId, UserId},
    names::names,
    webhook::{Audience, matching},
};

/// So long a worker may take for one attempt; after that another one takes the delivery over.
pub const LEASE: TimeDelta = TimeDelta::minutes(1);
/// So long a delivery that has ended can be looked at and repeated.
pub const KEPT: TimeDelta = TimeDelta::days(30);

/// After so many seconds a delivery is tried again, counted from the first time: the pauses are 5 s, 5 min, 30 min, and 2, 5,
/// 10, 14, 20 and 20 hours. After the last of them, at three days, it is given up.
const ATTEMPTS_AT: [i64; 9] = [5, 305, 2_105, 9_305, 27_305, 63_305, 113_705, 185_705, 259_200];

names! {
    /// How a delivery stands: it waits for an attempt, was acknowledged, was refused for ever, or nobody took it in its time.
    DeliveryStatus {
        Queued = "queued",
        Delivered = "delivered",
        Failed = "failed",
        GivenUp = "givenUp",
    }
}

/// A delivery as people see it.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// Of the event that it tells of, and the delivery's own.
    pub id: EventId,
    pub action: String,
    pub status: DeliveryStatus,
    pub attempts: i32,
    pub created_at: Timestamp,
    pub next_attempt_at: Timestamp,
    pub last_attempt_at: Option<Timestamp>,
    pub response_status: Option<i16>,
    pub response_millis: Option<i32>,
    pub last_error: Option<String>,
    pub finished_at: Option<Timestamp>,
}

/// An event as webhooks are told of it.
#[derive(Clone, Debug)]
pub struct Telling {
    pub event_id: EventId,
    pub occurred_at: Timestamp,
    pub action: String,
    /// The patterns of which it is.
    pub patterns: [String; 3],
    pub audience: Audience,
    pub body: String,
}

impl Telling {
    /// What is told of an event, which was recorded like this.
    pub fn of(event: &AuditEvent, recorded: &RecordedEvent) -> Self {
        Self {
            event_id: recorded.id,
            occurred_at: recorded.occurred_at,
            action: recorded.action.clone(),
            patterns: matching(event.action),
            audience: event.audience,
            body: body(recorded),
        }
    }
}

/// What the receiver of an event gets: the type, the time, and the event as the audit log has it.
fn body(event: &RecordedEvent) -> String {
    let person = |id: Option<UserId>| id.map(|id| json!({"id": id}));
    let mut data = json!({
        "id": event.id,
        "occurredAt": event.occurred_at,
        "action": event.action,
        "outcome": event.outcome,
        "detail": event.detail,
    });
    for (name, value) in [
        ("actor", person(event.actor)),
        ("subject", person(event.subject)),
        ("sessionId", event.session.map(|id| json!(id))),
        ("address", event.address.as_deref().map(Value::from)),
        ("userAgent", event.user_agent.as_deref().map(Value::from)),
        ("requestId", event.request_id.as_deref().map(Value::from)),
    ] {
        if let Some(value) = value {
            data[name] = value;
        }
    }
    json!({"type": event.action, "timestamp": event.occurred_at, "data": data}).to_string()
}

/// When a delivery that was due since then, and failed now, is tried again; none: never. `asked` is the time that the receiver
/// named, `jitter` spreads out what failed at once.
pub fn next_attempt(
    due_since: Timestamp,
    now: Timestamp,
    asked: Option<Timestamp>,
    jitter: u8,
) -> Option<Timestamp> {
    let times = ATTEMPTS_AT.map(|seconds| due_since + TimeDelta::seconds(seconds));
    let [.., last] = times;
    let next = times.into_iter().find(|at| *at > now)?;
    let spread = (next - now) * i32::from(jitter) / (10 * i32::from(u8::MAX));
    Some((next + spread).max(asked.unwrap_or(next)).min(last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        audit::{Action, Origin},
        session::Client,
    };

    fn after(failed_at: i64, asked: Option<i64>, jitter: u8) -> Option<i64> {
        let time = |seconds| Timestamp::default() + TimeDelta::seconds(seconds);
        let next = next_attempt(time(0), time(failed_at), asked.map(time), jitter);
        next.map(|at| (at - time(0)).num_seconds())
    }

    #[test]
    fn attempts_come_less_and_less_often_for_three_days() {
        let mut at = 0;
        let mut attempts = Vec::new();
        while let Some(next) = after(at, None, 0) {
            attempts.push(next);
            at = next;
        }
        assert_eq!(attempts, ATTEMPTS_AT);
        assert_eq!(TimeDelta::seconds(at), TimeDelta::days(3));
    }

    #[test]
    fn an_attempt_that_took_long_counts_from_its_end() {
        assert_eq!(after(15, None, 0), Some(305));
        assert_eq!(after(3_000, None, 0), Some(9_305));
        assert_eq!(after(999_999, None, 0), None);
    }

    #[test]
    fn a_receiver_may_ask_for_time_and_what_failed_at_once_is_spread_out() {
        assert_eq!(after(0, Some(60), 0), Some(60));
        assert_eq!(after(0, Some(1), 0), Some(5), "not sooner than otherwise");
        assert_eq!(after(0, Some(9_999_999), 0), Some(259_200), "nor later than ever");
        assert_eq!(after(305, None, u8::MAX), Some(2_105 + 180));
        assert_eq!(after(185_705, None, u8::MAX), Some(259_200));
    }

    #[test]
    fn a_telling_is_the_event_as_the_log_has_it() {
        let id = |number| uuid::Uuid::from_u128(number);
        let (organization, ada) = (id(1).into(), UserId(id(2)));
        let event = AuditEvent::by_user(organization, ada, Action::PasswordChanged);
        let event = event.with(json!({"forgotten": true})).telling(Audience::SubscribedBut(id(3).into()));
        let client = Client { address: "192.0.2.7".parse().ok(), user_agent: Some("Firefox".to_owned()) };
        let origin = Origin { client, request_id: Some("a-request".to_owned()) };
        let recorded = event.recorded(EventId(id(4)), Timestamp::default(), &origin);
        let recorded = RecordedEvent { session: Some(id(5).into()), ..recorded };

        let telling = Telling::of(&event, &recorded);
        assert_eq!((telling.event_id, telling.occurred_at), (recorded.id, recorded.occurred_at));
        assert_eq!(telling.patterns, ["password.changed", "password.*", "*"]);
        assert_eq!((telling.action.as_str(), telling.audience), ("password.changed", event.audience));
        let expected = json!({
            "type": "password.changed",
            "timestamp": "1970-01-01T00:00:00Z",
            "data": {
                "id": recorded.id,
                "occurredAt": "1970-01-01T00:00:00Z",
                "action": "password.changed",
                "outcome": "success",
                "actor": {"id": ada},
                "subject": {"id": ada},
                "sessionId": id(5),
                "address": "192.0.2.7",
                "userAgent": "Firefox",
                "requestId": "a-request",
                "detail": {"forgotten": true},
            },
        });
        assert_eq!(serde_json::from_str::<Value>(&telling.body).unwrap(), expected);
    }

    #[test]
    fn what_is_unknown_of_an_event_is_not_told() {
        let event = AuditEvent::about_user(uuid::Uuid::nil().into(), None, Action::LoginFailed);
        let recorded = event.recorded(EventId(uuid::Uuid::nil()), Timestamp::default(), &Origin::default());
        let body: Value = serde_json::from_str(&Telling::of(&event, &recorded).body).unwrap();
        let names: Vec<_> = body["data"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(names, ["action", "detail", "id", "occurredAt", "outcome"]);
    }
}
