//! Addresses and names, and what users may do.

use super::*;

fn user(role: BuiltInRole) -> User {
    let user = User::example(Factor::NotEnrolled);
    User { roles: [(role.into(), user.created_at)].into(), permissions: role.permissions(), ..user }
}

#[test]
fn nobody_reaches_above_themselves() {
    use BuiltInRole::{Admin, Manager, Member, Superadmin};
    for (role, reached) in [
        (Superadmin, vec![Superadmin, Admin, Manager, Member]),
        (Admin, vec![Admin, Manager, Member]),
        (Manager, vec![Manager, Member]),
        (Member, vec![Member]),
    ] {
        let all = BuiltInRole::ALL.iter().copied();
        let found: Vec<_> = all.filter(|other| user(role).reaches(&other.permissions())).collect();
        assert_eq!(found, reached, "{role:?}");
    }
}

#[test]
fn a_role_of_their_own_makes_no_administrator() {
    let everything = Permission::ALL.iter().copied().collect();
    let roles = [(RoleName::parse("owner").unwrap(), Timestamp::default())].into();
    let owner = User { roles, permissions: everything, ..user(BuiltInRole::Member) };
    assert!(!owner.is_administrator());
    assert!(user(BuiltInRole::Admin).is_administrator() && user(BuiltInRole::Superadmin).is_administrator());
}

#[test]
fn email_is_canonical() {
    assert_eq!(EmailAddress::parse(" Ada@Example.COM ").unwrap().as_str(), "ada@example.com");
    for spelling in ["zo\u{eb}@xn--exmple-cua.example", "ZOE\u{308}@exa\u{308}mple\u{ff0e}example"] {
        assert_eq!(EmailAddress::parse(spelling).unwrap().as_str(), "zo\u{eb}@ex\u{e4}mple.example");
    }
    for wrong in [
        "",
        "ada",
        "ada@",
        "@example.com",
        "Ada <ada@example.com>",
        "a\0@example.com",
        "a@b@c.d",
        "a@xn--xn--m-xcu",
        "a@ex\u{e000}mple.example",
        "\"ada\"@example.com",
        "\u{ff41}da@example.com",
    ] {
        assert!(EmailAddress::parse(wrong).is_err(), "{wrong:?}");
    }
}

#[test]
fn three_letters_in_a_row_are_indexed() {
    let has_trigram = |text: &str| SearchText::parse(text).unwrap().has_trigram();
    assert!(["ada", "a.love", "名前名"].into_iter().all(has_trigram));
    assert!(!["ad", "a.d", "a-b_c", "%%%"].into_iter().any(has_trigram));
    let begins_words = |text: &str| SearchText::parse(text).unwrap().begins_words();
    assert!(["a", "ad", "名前"].into_iter().all(begins_words));
    assert!(!["ada", "a.", "%"].into_iter().any(begins_words));
}

#[test]
fn display_name_is_visible_text() {
    assert_eq!(DisplayName::parse("  Ada ").unwrap().as_str(), "Ada");
    let email = EmailAddress::parse("Ada.Lovelace@example.com").unwrap();
    assert_eq!(DisplayName::of_address(&email).as_str(), "ada.lovelace");
    for wrong in ["", "   ", "a\0b", "line\nbreak", "\u{202e}ada", "a\u{2028}b", &"x".repeat(101)] {
        assert!(DisplayName::parse(wrong).is_err(), "{wrong:?}");
    }
}

#[test]
fn a_mailed_link_sets_the_password_of_whoever_has_one_or_came_with_none() {
    let may = |has_password, imported, suspended, frozen| {
        let user = User::example(Factor::NotEnrolled);
        User { has_password, imported, suspended, frozen, ..user }.may_set_password_by_mail(true)
    };
    assert!(may(true, false, false, false) && may(false, true, false, false));
    assert!(!may(false, false, false, false), "by a provider alone");
    assert!(!may(true, true, true, false));
    assert!(may(true, false, false, true), "before the freeze is lifted");
    let alone = |activated| {
        let user = User::example(Factor::NotEnrolled);
        User { has_password: false, activated, ..user }.may_set_password_by_mail(false)
    };
    assert_eq!([alone(true), alone(false)], [true, false], "of a provider that is gone, or invited");
}

#[test]
fn how_somebody_can_sign_in() {
    use LoginMethod::{Password, PasswordAndFactor, SingleSignOn};
    let since = Timestamp::default();
    let enrolled = Factor::Enrolled { since, oldest_secret_at: None, passkey: true };
    for (factor, has_password, connected, expected) in [
        (Factor::NotEnrolled, true, false, vec![Password]),
        (enrolled, true, false, vec![PasswordAndFactor]),
        (enrolled, true, true, vec![PasswordAndFactor, SingleSignOn]),
        (Factor::NotEnrolled, false, true, vec![SingleSignOn]),
        (Factor::NotEnrolled, false, false, vec![]),
    ] {
        let user = User { has_password, ..User::example(factor) };
        assert_eq!(user.login_methods(connected), expected.into_iter().collect());
    }
}

#[test]
fn a_factor_is_of_the_kinds_that_there_are() {
    let since = Timestamp::default();
    let enrolled = |authenticator: bool, passkey| {
        let oldest_secret_at = authenticator.then_some(since);
        Factor::Enrolled { since, oldest_secret_at, passkey }
    };
    assert_eq!(Factor::NotEnrolled.kinds(), [].into());
    assert_eq!(enrolled(true, false).kinds(), [Method::Totp].into());
    assert_eq!(enrolled(false, true).kinds(), [Method::Passkey].into());
    assert_eq!(enrolled(true, true).kinds(), [Method::Totp, Method::Passkey].into());
    assert!(enrolled(false, true).is_enrolled() && !Factor::NotEnrolled.is_enrolled());
    assert_eq!(enrolled(true, true).oldest_secret_at(), Some(since));
    assert_eq!(
        (enrolled(false, true).oldest_secret_at(), Factor::NotEnrolled.oldest_secret_at()),
        (None, None)
    );
}

#[test]
fn a_user_holds_their_roles() {
    let user = user(BuiltInRole::Manager);
    assert_eq!(user.role_names(), [BuiltInRole::Manager.into()].into());
    assert!(user.holds(BuiltInRole::Manager) && !user.holds(BuiltInRole::Member));
}

#[test]
fn an_address_has_its_longest_length() {
    let label = "d".repeat(59);
    let domain = [label.as_str(); 4].join(".");
    let of_length = |length: usize| format!("{}@{domain}", "a".repeat(length - domain.len() - 1));
    let taken = |length| EmailAddress::parse(&of_length(length)).is_ok();
    assert_eq!([253, 254, 255].map(taken), [true, true, false]);
}

#[test]
fn something_of_a_text_can_be_seen() {
    let code = |text: &str| visible_text("name", text, 50).err().map(|error| error.code);
    for nothing in [
        "\u{200b}",
        "\u{2060}\u{200d}",
        "\u{3164}",
        "\u{ad}",
        "\u{200b} \u{200b}",
        "\u{2800}",
        "\u{e0020}\u{fe0f}",
    ] {
        assert_eq!(code(nothing), Some("required"), "{nothing:?}");
    }
    assert_eq!(code("\u{202e}"), Some("invalid_characters"));
    for seen in ["👩\u{200d}💻", "می\u{200c}خواهم", "❤\u{fe0f}", "co\u{ad}operate", "\u{3164}한"]
    {
        assert_eq!(visible_text("name", seen, 50).as_deref(), Ok(seen));
    }
}

#[test]
fn text_has_as_many_characters_as_it_may() {
    let code = |text: &str| visible_text("name", text, 3).err().map(|error| error.code);
    assert_eq!(
        ["", " ", "äöü", " abc ", "abcd", "a\u{2069}b"].map(code),
        [Some("required"), Some("required"), None, None, Some("too_long"), Some("invalid_characters"),]
    );
    assert_eq!(SearchText::parse(" ada ").unwrap().as_str(), "ada");
    for wrong in ["", &"x".repeat(101)] {
        assert!(SearchText::parse(wrong).is_err());
    }
}
