//! The values of settings: what each has to look like. No message repeats a value.

use std::{
    net::{IpAddr, SocketAddr},
    path::PathBuf,
};

use ipnet::IpNet;
use secrecy::SecretString;
use tracing_subscriber::EnvFilter;
use url::{Host, Url};

use crate::mail::{Sender, Transport};

const MOST_CONNECTIONS: u32 = 1000;
const CHEAPEST_COST: u32 = 10;
const CHEAPEST_INSECURE_COST: u32 = 4;
const DEAREST_COST: u32 = 16;

type Parsed<T> = Result<T, &'static str>;

pub(super) fn flag(text: &str) -> Parsed<bool> {
    match text {
        "1" => Ok(true),
        "0" => Ok(false),
        _ => Err("has to be 0 or 1"),
    }
}

pub(super) fn switch(text: &str) -> Parsed<bool> {
    match text {
        "on" => Ok(true),
        "off" => Ok(false),
        _ => Err("has to be on or off"),
    }
}

/// A URL of libpq, several hosts included. Stricter than libpq, whose messages would repeat a password that
/// holds one of the URL's own characters.
pub(super) fn database_url(text: &str) -> Parsed<SecretString> {
    let rest = ["postgresql://", "postgres://"].iter().find_map(|scheme| text.strip_prefix(scheme));
    let rest = rest.ok_or("has to be a URL, such as postgresql://user:password@host/database")?;
    let end = rest.find(['@', '/']).unwrap_or(rest.len());
    let place = if rest[end..].starts_with('@') { &rest[end + 1..] } else { rest };
    let hosts = place.split(['/', '?']).next().unwrap_or_default();
    if place.contains('@') || !is_percent_encoded(rest) || !hosts.split(',').all(has_valid_port) {
        return Err(
            "is not a valid URL; in a user name or password, write @ as %40, / as %2F, : as %3A, % as %25",
        );
    }
    Ok(text.into())
}

fn is_percent_encoded(text: &str) -> bool {
    text.split('%').skip(1).all(|after| {
        let digits = after.get(..2).unwrap_or_default();
        digits != "00" && digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

fn has_valid_port(host: &str) -> bool {
    let after_address = host.rsplit_once(']').map_or(host, |(_, after)| after);
    after_address.split_once(':').is_none_or(|(_, port)| port.parse::<u16>().is_ok())
}

pub(super) fn socket_address(text: &str) -> Parsed<SocketAddr> {
    text.parse().map_err(|_| "has to be an address and a port, such as 127.0.0.1:8080 or [::]:8080")
}

/// Scheme, host and port. A plain one is only for this machine, or for experiments.
pub(super) fn public_url(text: &str, insecure: bool) -> Parsed<Url> {
    const SHAPE: &str = "has to be like https://login.example.org, without path, query or user name";
    let url = Url::parse(text).map_err(|_| SHAPE)?;
    let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    let anonymous = url.username().is_empty() && url.password().is_none();
    if !bare || !anonymous || !matches!(url.scheme(), "http" | "https") {
        return Err(SHAPE);
    }
    if url.scheme() == "http" && !is_local(&url) && !insecure {
        return Err("has to begin with https://, since passwords and codes travel over it");
    }
    Ok(url)
}

/// An origin whose pages may use the service at `public_url`: on the same site, as far as that is seen without a list of all sites.
pub(super) fn same_site_url(text: &str, public_url: Option<&Url>, insecure: bool) -> Parsed<Url> {
    if text.contains('*') {
        return Err("has to name each origin in full: there are no patterns");
    }
    let url = self::public_url(text, insecure)?;
    if public_url.is_some_and(|public_url| !may_be_same_site(&url, public_url)) {
        return Err(
            "has to be on the site of NIGHTLATCH_PUBLIC_URL, as login.example.org and api.example.org are on one: \
                    browsers would keep no session",
        );
    }
    Ok(url)
}

/// Addresses, and names of one part, are a site each.
fn may_be_same_site(one: &Url, other: &Url) -> bool {
    let same_domain = domain(one).is_some_and(|domain_of_one| Some(domain_of_one) == domain(other));
    one.scheme() == other.scheme() && (one.host() == other.host() || same_domain)
}

/// The last two parts of a name.
fn domain(url: &Url) -> Option<[&str; 2]> {
    let mut parts = url.domain()?.rsplit('.');
    Some([parts.next()?, parts.next()?])
}

/// Whether it is one of ours, its service says.
pub(super) fn api_key(text: &str) -> Parsed<SecretString> {
    let text = text.trim();
    let sane = text.starts_with("nlk_") && text.bytes().all(|byte| byte.is_ascii_graphic());
    if sane { Ok(text.into()) } else { Err("has to be an API key, which begins with nlk_") }
}

fn is_local(url: &Url) -> bool {
    match url.host() {
        // Schemes that URL parsers do not know have every host as a name.
        Some(Host::Domain(name)) => {
            name == "localhost" || name.parse().is_ok_and(|address: IpAddr| address.is_loopback())
        }
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// Messages show paths, so the content of a key ring must not be taken for one, as it would be where somebody lets
/// `NIGHTLATCH_KEYRING_FILE` name the ring itself.
pub(super) fn path(text: &str) -> Parsed<PathBuf> {
    if text.contains(['\n', '{', '"']) { Err("has to be a path") } else { Ok(text.into()) }
}

pub(super) fn frontend_dir(text: &str) -> Parsed<PathBuf> {
    let dir = PathBuf::from(text);
    if dir.join("index.html").is_file() { Ok(dir) } else { Err("has to be a folder with an index.html") }
}

/// Several, with commas between them.
pub(super) fn list<T>(text: &str, one: impl Fn(&str) -> Parsed<T>) -> Parsed<Vec<T>> {
    text.split(',').map(|item| one(item.trim())).collect()
}

pub(super) fn network(text: &str) -> Parsed<IpNet> {
    let network = text.parse().or_else(|_| text.parse::<IpAddr>().map(IpNet::from));
    network.map_err(|_| "has to list addresses or networks, such as 10.0.0.7,10.1.0.0/16")
}

pub(super) fn pool_size(text: &str) -> Parsed<u32> {
    let size = text.parse().ok().filter(|size| (1..=MOST_CONNECTIONS).contains(size));
    size.ok_or("has to be a number from 1 to 1000")
}

pub(super) fn cost(text: &str, insecure: bool) -> Parsed<u32> {
    let cheapest = if insecure { CHEAPEST_INSECURE_COST } else { CHEAPEST_COST };
    let cost = text.parse().ok().filter(|cost| (cheapest..=DEAREST_COST).contains(cost));
    cost.ok_or("has to be a number from 10 to 16; with NIGHTLATCH_INSECURE_DEV=1 from 4")
}

/// Passwords, codes and links travel by mail, so it leaves this machine encrypted.
pub(super) fn mail(text: &str, insecure: bool) -> Parsed<Transport> {
    const SHAPE: &str = "has to be log, file:FOLDER, smtps://host or smtp://host?tls=required, with user:password@ where needed";
    if text == "log" {
        return Ok(Transport::Log);
    }
    if let Some(folder) = text.strip_prefix("file:") {
        return if folder.is_empty() { Err(SHAPE) } else { path(folder).map(Transport::Folder) };
    }
    let url = Url::parse(text).map_err(|_| SHAPE)?;
    let options: Vec<_> = url.query_pairs().collect();
    let encrypted = match (url.scheme(), &options[..]) {
        ("smtps", []) => true,
        ("smtp", []) => false,
        ("smtp", [(name, value)]) if name == "tls" => match &**value {
            "required" => true,
            "opportunistic" => false,
            _ => return Err(SHAPE),
        },
        _ => return Err(SHAPE),
    };
    if url.host_str().is_none_or(str::is_empty) || !matches!(url.path(), "" | "/") || url.fragment().is_some()
    {
        return Err(SHAPE);
    }
    if !encrypted && !is_local(&url) && !insecure {
        return Err("has to end in ?tls=required, since codes and links travel over it");
    }
    Ok(Transport::Smtp(text.into()))
}

pub(super) fn sender(text: &str) -> Parsed<Sender> {
    text.parse().map_err(|_| "has to be an address, such as Nightlatch <no-reply@example.org>")
}

/// The base of an endpoint. Spans hold no secret, so that plain HTTP will do.
pub(super) fn otlp_endpoint(text: &str) -> Parsed<Url> {
    const SHAPE: &str = "has to be like http://127.0.0.1:4318, without query or user name";
    let url = Url::parse(text).map_err(|_| SHAPE)?;
    let anonymous = url.username().is_empty() && url.password().is_none();
    let bare = url.query().is_none() && url.fragment().is_none();
    if anonymous && bare && matches!(url.scheme(), "http" | "https") { Ok(url) } else { Err(SHAPE) }
}

pub(super) fn log_filter(text: &str) -> Parsed<EnvFilter> {
    EnvFilter::try_new(text).map_err(|_| "has to be a filter, such as info or warn,nightlatch=debug")
}
