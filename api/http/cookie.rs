//! The cookies of a browser: one holds its refresh token, one lets it be recognized, one lets it be trusted, and one lets it come
//! back from a provider of single sign-on.

use actix_web::{
    HttpRequest,
    cookie::{Cookie, SameSite, time::Duration},
};
use url::Url;

use super::problem::{Problem, ProblemCode};
use crate::{
    domain::{
        Timestamp,
        session::Session,
        single_sign_on::{CONNECTION_LIFETIME, DEPARTURE_LIFETIME},
        throttle::BROWSER_RECOGNIZED_FOR,
    },
    flows::trusted_devices::DeviceToken,
};

/// Behind TLS the prefix makes browsers refuse it from a subdomain or a plain connection (RFC 6265bis, 4.1.3.2).
fn name(public_url: &Url) -> &'static str {
    if is_secure(public_url) { "__Host-nightlatch" } else { "nightlatch" }
}

fn is_secure(public_url: &Url) -> bool {
    public_url.scheme() == "https"
}

/// The refresh token that a browser sent. Errors: nothing says that a page of ours asked for it; a foreign page that
/// says so is turned away at the gate.
pub fn read(request: &HttpRequest, public_url: &Url) -> Result<Option<String>, Problem> {
    let Some(cookie) = request.cookie(name(public_url)) else { return Ok(None) };
    if ["origin", "sec-fetch-site"].iter().any(|header| request.headers().contains_key(*header)) {
        Ok(Some(cookie.value().to_owned()))
    } else {
        Err(Problem::new(ProblemCode::CrossOrigin))
    }
}

/// A cookie that lives as long as the session may.
pub fn keep(public_url: &Url, refresh_token: String, session: &Session, now: Timestamp) -> Cookie<'static> {
    let seconds = (session.absolute_expires_at - now).num_seconds();
    build(public_url, name(public_url), refresh_token, Duration::seconds(seconds))
}

/// What a browser is recognized by, if it was signed in before.
pub fn read_browser(request: &HttpRequest, public_url: &Url) -> Option<String> {
    request.cookie(browser_name(public_url)).map(|cookie| cookie.value().to_owned())
}

/// A cookie that a browser is recognized by from now on.
pub fn keep_browser(public_url: &Url, token: String) -> Cookie<'static> {
    let seconds = BROWSER_RECOGNIZED_FOR.num_seconds();
    build(public_url, browser_name(public_url), token, Duration::seconds(seconds))
}

fn browser_name(public_url: &Url) -> &'static str {
    if is_secure(public_url) { "__Host-nightlatch-browser" } else { "nightlatch-browser" }
}

/// What a browser is trusted by, if its user trusts it.
pub fn read_device(request: &HttpRequest, public_url: &Url) -> Option<String> {
    request.cookie(device_name(public_url)).map(|cookie| cookie.value().to_owned())
}

/// A cookie that a browser is trusted by until then.
pub fn keep_device(public_url: &Url, device: DeviceToken, now: Timestamp) -> Cookie<'static> {
    let seconds = (device.expires_at - now).num_seconds();
    build(public_url, device_name(public_url), device.token, Duration::seconds(seconds))
}

fn device_name(public_url: &Url) -> &'static str {
    if is_secure(public_url) { "__Host-nightlatch-device" } else { "nightlatch-device" }
}

/// What a browser shows that comes back from a provider.
pub fn read_traveller(request: &HttpRequest, public_url: &Url) -> Option<String> {
    request.cookie(traveller_name(public_url)).map(|cookie| cookie.value().to_owned())
}

/// A cookie that a browser shows when it comes back from a provider: a page of the provider leads here, so it is not as strict
/// as the others.
pub fn keep_traveller(public_url: &Url, token: String) -> Cookie<'static> {
    // It is needed until the account is connected that somebody came back for.
    let seconds = (DEPARTURE_LIFETIME + CONNECTION_LIFETIME).num_seconds();
    let mut cookie = build(public_url, traveller_name(public_url), token, Duration::seconds(seconds));
    cookie.set_same_site(SameSite::Lax);
    cookie
}

fn traveller_name(public_url: &Url) -> &'static str {
    if is_secure(public_url) { "__Host-nightlatch-traveller" } else { "nightlatch-traveller" }
}

/// A cookie that takes the place of the one before it and ends at once.
pub fn forget(public_url: &Url) -> Cookie<'static> {
    build(public_url, name(public_url), String::new(), Duration::ZERO)
}

fn build(public_url: &Url, name: &'static str, value: String, max_age: Duration) -> Cookie<'static> {
    Cookie::build(name, value)
        .path("/")
        .http_only(true)
        .secure(is_secure(public_url))
        .same_site(SameSite::Strict)
        .max_age(max_age)
        .finish()
}
