//! Issuers, domains, scopes, and what a provider's word is worth.

use uuid::Uuid;

use super::*;
use crate::domain::{
    session::{Client, Proof},
    user::{Factor, User},
};

#[test]
fn an_issuer_is_kept_as_it_was_written() {
    let code = |text: &str| Issuer::parse(text, false).err().map(|error| error.code);
    for right in ["https://login.example.org", "https://login.example.org/", "https://example.org/realms/a"] {
        assert_eq!(Issuer::parse(right, false).unwrap().as_str(), right);
    }
    for (wrong, expected) in [
        ("login.example.org", "invalid_url"),
        ("http://login.example.org", "https_required"),
        ("https://user@login.example.org", "invalid_url"),
        ("https://login.example.org/?a=b", "invalid_url"),
        ("https://login.example.org/#a", "invalid_url"),
        ("https://127.0.0.1/", "private_target"),
        ("https://login.internal/", "private_target"),
    ] {
        assert_eq!(code(wrong), Some(expected), "{wrong}");
    }
    assert!(Issuer::parse("http://127.0.0.1:8080/realm", true).is_ok());
}

#[test]
fn l8_some_methods_and_contexts_stand_for_two_factors() {
    for strong in ["mfa", "otp", "hwk", "fpt"] {
        assert!(proves_two_factors(["pwd", strong], None), "{strong}");
    }
    for weak in ["pwd", "sms", "tel", "pin", "MFA", "swk"] {
        assert!(!proves_two_factors([weak], None), "{weak}");
    }
    assert!(proves_two_factors([], Some("https://refeds.org/profile/mfa")));
    for weak in ["0", "1", "2", "urn:mace:incommon:iap:silver"] {
        assert!(!proves_two_factors([], Some(weak)), "{weak}");
    }
}

#[test]
fn a_return_path_stays_here() {
    for right in ["/", "/security", "/admin/users?q=ada&role=member"] {
        assert_eq!(return_path(right), Some(right));
    }
    for wrong in
        ["", "security", "//example.org", "/\\example.org", "/a#b", "/a b", "https://example.org", "/\t/x"]
    {
        assert_eq!(return_path(wrong), None, "{wrong:?}");
    }
}

#[test]
fn domains_are_those_of_addresses() {
    let named = |text: &[&str]| email_domains(&text.iter().map(|&text| text.to_owned()).collect::<Vec<_>>());
    assert_eq!(
        named(&["Example.ORG", "@b.example"]).unwrap().into_iter().collect::<Vec<_>>(),
        ["b.example", "example.org"]
    );
    for wrong in ["", "a b", "a@b.example", ".."] {
        assert!(named(&[wrong]).is_err(), "{wrong:?}");
    }
}

#[test]
fn scopes_have_openid_among_them() {
    let named = |text: &str| scopes(&[text.to_owned()]);
    assert!(named("email").unwrap().contains("openid"));
    for wrong in ["", "two words", "qu\"ote", "ü"] {
        assert!(named(wrong).is_err(), "{wrong:?}");
    }
}

#[test]
fn an_url_of_an_issuer_is_bare_and_has_its_longest_length() {
    let of_length = |length: usize| format!("https://example.org/{}", "x".repeat(length - 20));
    assert!(Issuer::parse(&of_length(2_000), false).is_ok());
    assert!(Issuer::parse(&of_length(2_001), false).is_err());
    assert!(Issuer::parse("https://:word@example.org", false).is_err());
    assert!(Issuer::parse("ftp://10.0.0.1/", true).is_err());
    assert_eq!(Issuer::stored("http://10.0.0.1".to_owned()).as_str(), "http://10.0.0.1");
}

fn provider(creates_users: bool, domains: &[&str]) -> Provider {
    Provider {
        id: Uuid::nil().into(),
        name: ProviderName::parse(" Example ").unwrap(),
        issuer: Issuer::parse("https://login.example.org", false).unwrap(),
        client_id: client_id("nightlatch").unwrap(),
        scopes: scopes(&[]).unwrap(),
        enabled: true,
        creates_users,
        default_role: RoleName::parse("member").unwrap(),
        email_domains: domains.iter().map(|&domain| domain.to_owned()).collect(),
        created_at: Timestamp::default(),
        created_by: Uuid::nil().into(),
    }
}

#[test]
fn users_are_created_of_the_named_domains() {
    let ada = EmailAddress::parse("ada@example.org").unwrap();
    for (creates_users, domains, expected) in [
        (true, &[][..], true),
        (true, &["example.org"], true),
        (true, &["example.com"], false),
        (true, &["org"], false),
        (false, &[], false),
        (false, &["example.org"], false),
    ] {
        assert_eq!(provider(creates_users, domains).creates(&ada), expected, "{creates_users} {domains:?}");
    }
}

#[test]
fn names_at_and_of_a_provider_are_visible_text() {
    assert_eq!(provider(true, &[]).name.as_str(), "Example");
    assert_eq!(provider(true, &[]).client_id, "nightlatch");
    assert!(ProviderName::parse(&"x".repeat(61)).is_err());
    assert!(client_id(&"x".repeat(255)).is_ok() && client_id(&"x".repeat(256)).is_err());
}

#[test]
fn lists_of_scopes_and_domains_have_an_end() {
    let many = |count: usize, ending: &str| -> Vec<String> {
        (0..count).map(|number| format!("n{number}{ending}")).collect()
    };
    assert!(scopes(&many(50, "")).is_ok() && scopes(&many(51, "")).is_err());
    assert!(scopes(&["x".repeat(100)]).is_ok() && scopes(&["x".repeat(101)]).is_err());
    assert!(scopes(&["back\\slash".to_owned()]).is_err());
    assert!(email_domains(&many(50, ".example")).is_ok() && email_domains(&many(51, ".example")).is_err());
}

#[test]
fn a_return_path_has_its_longest_length() {
    let path = |length: usize| format!("/{}", "x".repeat(length - 1));
    assert!(return_path(&path(255)).is_some() && return_path(&path(256)).is_none());
    assert_eq!(return_path("/a\\b"), None);
}

fn assertion(email_verified: bool, two_factors: bool) -> Assertion {
    Assertion {
        issuer: "https://login.example.org".to_owned(),
        subject: "7".to_owned(),
        email: EmailAddress::parse("ada@example.org").ok(),
        email_verified,
        display_name: None,
        two_factors,
    }
}

#[test]
fn an_address_decides_nothing_before_it_is_verified() {
    let verified =
        |verified| assertion(verified, false).verified_email().map(|email| email.as_str().to_owned());
    assert_eq!((verified(true).as_deref(), verified(false)), (Some("ada@example.org"), None));
}

#[test]
fn l8_what_a_provider_proves_counts_as_far_as_the_policy_trusts_it() {
    let decide = |sso, two_factors| {
        let policy = Policy { sso, ..Policy::default() };
        match policy.decide_after_provider(&assertion(true, two_factors)) {
            ProviderDecision::SignIn(SecondStep::None) => "no second step",
            ProviderDecision::SignIn(SecondStep::Provider) => "the provider's",
            ProviderDecision::SignIn(_) => "another",
            ProviderDecision::AskAsAfterPassword => "ours",
        }
    };
    let by = |sso| [false, true].map(|two_factors| decide(sso, two_factors));
    assert_eq!(by(SingleSignOn::Exempt), ["no second step"; 2]);
    assert_eq!(by(SingleSignOn::TrustProvider), ["ours", "the provider's"]);
    assert_eq!(by(SingleSignOn::Required), ["ours"; 2]);
}

#[test]
fn l8_a_session_is_asked_for_nothing_more_while_the_policy_trusts_its_provider() {
    let by_provider = FirstStep::Provider(Uuid::from_u128(1).into());
    let content = |first_step, second_step| {
        let now = Timestamp::default();
        let proof = Proof { first_step, authenticated_at: now, second_step };
        let user = User::example(Factor::NotEnrolled);
        let session = Session::begin(Uuid::nil().into(), &user, proof, false, Client::default(), now);
        [SingleSignOn::Exempt, SingleSignOn::TrustProvider, SingleSignOn::Required]
            .map(|sso| Policy { sso, ..Policy::default() }.is_content_with_provider(&session))
    };
    assert_eq!(content(FirstStep::Local, SecondStep::None), [false; 3]);
    assert_eq!(content(by_provider, SecondStep::None), [true, false, false]);
    assert_eq!(content(by_provider, SecondStep::Provider), [true, true, false]);
}
