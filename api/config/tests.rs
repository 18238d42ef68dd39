//! What the settings refuse, and what they never repeat.

use std::{ffi::OsString, fs, os::unix::ffi::OsStringExt, path::Path};

use secrecy::ExposeSecret;

use super::*;

const REQUIRED: [(&str, &str); 2] = [(DATABASE_URL, "postgresql://u:s3cret@db/n"), (KEYRING, "/etc/keyring")];

/// What is read from the required settings and these.
fn read(more: &[(&str, &str)]) -> Result<Configuration, Faults> {
    Configuration::read(&environment(REQUIRED.iter().chain(more)))
}

fn environment<'a>(variables: impl IntoIterator<Item = &'a (&'a str, &'a str)>) -> Environment {
    variables.into_iter().map(|(name, value)| ((*name).to_owned(), OsString::from(value))).collect()
}

fn faults(more: &[(&str, &str)]) -> Vec<String> {
    read(more).err().map(|faults| faults.0).unwrap_or_default()
}

#[test]
fn defaults_are_safe() {
    let Configuration { settings, keyring, .. } = read(&[]).unwrap();
    assert_eq!(settings.database_url.expose_secret(), "postgresql://u:s3cret@db/n");
    assert_eq!(keyring, PathBuf::from("/etc/keyring"));
    assert_eq!(settings.bind.to_string(), "127.0.0.1:8080");
    assert_eq!(settings.public_url.as_str(), "http://localhost:8080/");
    assert_eq!(settings.bcrypt_cost, 12);
    assert_eq!((settings.frontend_dir, settings.trusted_proxies), (None, vec![]));
    assert_eq!((settings.pages, settings.allowed_origins), (None, vec![]));
    assert!(settings.database_pool >= 4 && !settings.webhook_private_targets);
    assert_eq!((settings.metrics_bind, settings.otlp_endpoint), (None, None));
}

#[test]
fn every_fault_is_told_at_once_and_no_value_is() {
    let wrong = [
        (DATABASE_URL, "mysql://u:s3cret@db/n"),
        (BIND, "s3cret"),
        (PUBLIC_URL, "https://u:s3cret@example.org"),
        (PAGES_URL, "https://u:s3cret@example.org"),
        (ALLOWED_ORIGINS, "https://example.org,s3cret"),
        (FRONTEND_DIR, "/s3cret"),
        (TRUSTED_PROXIES, "10.0.0.1,s3cret"),
        (DATABASE_POOL, "0"),
        (BCRYPT_COST, "9"),
        (MAIL, "smtp://u:s3cret@mail.example"),
        (MAIL_FROM, "s3cret"),
        (WEBHOOK_PRIVATE_TARGETS, "s3cret"),
        (LOG, "nightlatch=s3cret"),
        (METRICS_BIND, "s3cret"),
        (OTLP_ENDPOINT, "http://u:s3cret@collector"),
        (INSECURE_DEV, "yes"),
        ("NIGHTLATCH_DATBASE_URL", "s3cret"),
    ];
    let told = Configuration::read(&environment(&wrong)).unwrap_err().to_string();
    let mut named: Vec<&str> = told.lines().filter_map(|line| Some(line.split_once(": ")?.0)).collect();
    named.sort_unstable();
    let mut expected: Vec<&str> = wrong.iter().map(|(name, _)| *name).chain([KEYRING]).collect();
    expected.sort_unstable();
    assert_eq!(named, expected, "{told}");
    assert!(!told.contains("s3cret"), "{told}");
    assert!(!format!("{:?}", read(&[]).unwrap()).contains("s3cret"));
}

#[test]
fn a_value_may_come_from_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("url");
    fs::write(&file, "postgresql://from-file/n\r\n").unwrap();
    let variables = [("NIGHTLATCH_DATABASE_URL_FILE", file.to_str().unwrap()), REQUIRED[1]];
    let settings = Configuration::read(&environment(&variables)).unwrap().settings;
    assert_eq!(settings.database_url.expose_secret(), "postgresql://from-file/n");

    let twice = faults(&[("NIGHTLATCH_DATABASE_URL_FILE", file.to_str().unwrap())]);
    assert_eq!(twice, ["NIGHTLATCH_DATABASE_URL: is set twice, also by NIGHTLATCH_DATABASE_URL_FILE"]);
    let absent = faults(&[("NIGHTLATCH_BIND_FILE", "/no/such/file")]);
    assert!(absent[0].starts_with("NIGHTLATCH_BIND: the file that NIGHTLATCH_BIND_FILE names"), "{absent:?}");

    let path = folder.path().join("path");
    fs::write(&path, "/etc/nightlatch/keyring\n").unwrap();
    let keyring = |file: &Path| {
        let variables = [REQUIRED[0], ("NIGHTLATCH_KEYRING_FILE", file.to_str().unwrap())];
        Configuration::read(&environment(&variables)).map(|configuration| configuration.keyring)
    };
    assert_eq!(keyring(&path).unwrap(), Path::new("/etc/nightlatch/keyring"));
    // A ring in the place of its path is not shown in a message.
    fs::write(&path, "{\n  \"keys\": []\n}\n").unwrap();
    assert_eq!(keyring(&path).unwrap_err().0, ["NIGHTLATCH_KEYRING: has to be a path"]);
}

#[test]
fn an_empty_value_is_none_and_broken_text_is_a_fault() {
    assert!(read(&[(BIND, ""), (FRONTEND_DIR, "")]).is_ok());
    let broken = [(LOG.to_owned(), OsString::from_vec(vec![0xff]))].into_iter().collect();
    assert_eq!(read_log_filter(&broken).unwrap_err().0, ["NIGHTLATCH_LOG: is not UTF-8"]);
}

#[test]
fn a_database_url_never_makes_libpq_repeat_a_password() {
    for right in [
        "postgres://h/n",
        "postgresql:///n?host=/run/postgresql&user=u",
        "postgresql://u:p%40ss@h1:5432,[::1]:5433,[fe80::1]/n?target_session_attrs=read-write",
    ] {
        assert_eq!(values::database_url(right).unwrap().expose_secret(), right);
    }
    for wrong in [
        "host=h password=p",
        "postgresql://u:p/ss@h/n",
        "postgresql://u:p@ss@h/n",
        "postgresql://u:p%ss@h/n",
        "postgresql://u:p%00@h/n",
        "postgresql://h:5432x/n",
    ] {
        assert!(values::database_url(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn the_public_url_is_https_except_on_this_machine() {
    for right in [
        "https://login.example.org",
        "https://[2001:db8::1]:8443/",
        "http://localhost:9000",
        "http://127.0.0.1",
    ] {
        assert!(faults(&[(PUBLIC_URL, right)]).is_empty(), "{right}");
    }
    for wrong in [
        "login.example.org",
        "ftp://localhost",
        "http://login.example.org",
        "https://example.org/login",
        "https://example.org?a",
        "https://example.org#a",
        "https://u@example.org",
    ] {
        assert_eq!(faults(&[(PUBLIC_URL, wrong)]).len(), 1, "{wrong}");
    }
    assert!(faults(&[(PUBLIC_URL, "http://login.example.org"), (INSECURE_DEV, "1")]).is_empty());
}

#[test]
fn pages_are_at_the_public_url_or_elsewhere_on_its_site() {
    let at = |name, url, public| read(&[(PUBLIC_URL, public), (name, url)]).map(|found| found.settings);
    for (url, public) in [
        ("https://pages.example.org", "https://api.example.org"),
        ("https://example.org", "https://api.example.org"),
        ("https://example.org:8443", "https://example.org"),
        ("http://localhost:9000", "http://localhost:8080"),
        ("http://127.0.0.1:9000", "http://127.0.0.1:8080"),
    ] {
        let pages = at(PAGES_URL, url, public).unwrap();
        assert_eq!(pages.pages_url().as_str(), format!("{url}/"), "{public}");
        assert_eq!(pages.page("/sign-in"), format!("{url}/sign-in"));
        let allowed = at(ALLOWED_ORIGINS, url, public).unwrap();
        assert_eq!(allowed.pages_url(), &allowed.public_url, "they may use the API, and are not the pages");
        assert_eq!(allowed.other_origins().map(Url::as_str).collect::<Vec<_>>(), [format!("{url}/")]);
    }
    for (url, public) in [
        ("https://example.com", "https://example.org"),
        ("https://login.example.com", "https://login.example.org"),
        ("https://notexample.org", "https://example.org"),
        ("https://login", "https://api"),
        ("https://192.0.2.1", "https://192.0.2.2"),
        ("http://127.0.0.1:9000", "http://localhost:8080"),
        ("http://pages.example.org", "https://api.example.org"),
        ("https://pages.example.org/a", "https://api.example.org"),
        ("*", "https://api.example.org"),
        ("https://*.example.org", "https://api.example.org"),
        ("null", "https://api.example.org"),
    ] {
        for name in [PAGES_URL, ALLOWED_ORIGINS] {
            assert_eq!(at(name, url, public).map(|_| ()).unwrap_err().0.len(), 1, "{name} {url} {public}");
        }
    }
    let at_home = at(PAGES_URL, "https://example.org", "https://example.org").unwrap();
    assert_eq!((at_home.other_origins().next(), at_home.page("/sign-in").as_str()), (None, "/sign-in"));
    let several = "https://a.example.org, https://b.example.org";
    assert_eq!(at(ALLOWED_ORIGINS, several, "https://example.org").unwrap().allowed_origins.len(), 2);
}

#[test]
fn off_loopback_the_public_url_is_required() {
    assert_eq!(faults(&[(BIND, "0.0.0.0:80")]), ["NIGHTLATCH_PUBLIC_URL: is required"]);
    assert_eq!(read(&[(BIND, "[::1]:81")]).unwrap().settings.public_url.as_str(), "http://localhost:81/");
}

#[test]
fn a_low_cost_is_for_experiments() {
    for (cost, insecure, allowed) in [
        ("10", "0", true),
        ("16", "0", true),
        ("17", "1", false),
        ("9", "0", false),
        ("4", "1", true),
        ("3", "1", false),
    ] {
        let told = faults(&[(BCRYPT_COST, cost), (INSECURE_DEV, insecure)]);
        assert_eq!(told.is_empty(), allowed, "{cost} {insecure}");
    }
}

#[test]
fn proxies_are_addresses_or_networks() {
    let proxies =
        read(&[(TRUSTED_PROXIES, "10.0.0.7, 10.1.0.0/16,2001:db8::/32")]).unwrap().settings.trusted_proxies;
    let shown: Vec<String> = proxies.iter().map(ToString::to_string).collect();
    assert_eq!(shown, ["10.0.0.7/32", "10.1.0.0/16", "2001:db8::/32"]);
}

#[test]
fn the_page_is_a_folder_with_an_index() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    assert_eq!(faults(&[(FRONTEND_DIR, path)]).len(), 1);
    fs::write(folder.path().join("index.html"), "").unwrap();
    assert_eq!(read(&[(FRONTEND_DIR, path)]).unwrap().settings.frontend_dir.as_deref(), Some(folder.path()));
}

#[test]
fn service_links_of_kubernetes_are_no_settings() {
    let links = [
        ("NIGHTLATCH_SERVICE_HOST", "10.0.0.1"),
        ("NIGHTLATCH_API_SERVICE_PORT_HTTP", "8080"),
        ("NIGHTLATCH_PORT", "tcp://10.0.0.1:8080"),
        ("NIGHTLATCH_PORT_8080_TCP_ADDR", "10.0.0.1"),
    ];
    assert!(faults(&links).is_empty());
    assert_eq!(faults(&[("NIGHTLATCH_PORT", "8080")]), ["NIGHTLATCH_PORT: there is no such setting"]);
}

#[test]
fn each_command_reads_only_what_it_needs() {
    assert!(read_for_migration(&environment(&REQUIRED[..1])).is_ok());
    assert!(read_for_migration(&environment(&[])).is_err());
    assert_eq!(read_keyring_path(&environment(&REQUIRED[1..])).unwrap(), PathBuf::from("/etc/keyring"));
    assert!(read_log_filter(&environment(&[])).is_ok());
}

#[test]
fn mail_leaves_encrypted() {
    for usable in [
        "log",
        "file:/var/mail",
        "smtps://u:p@mail.example:465",
        "smtp://mail.example:587?tls=required",
        "smtp://localhost:25",
        "smtp://127.0.0.1:2525",
        "smtp://[::1]:2525",
    ] {
        assert!(read(&[(MAIL, usable), (MAIL_FROM, "N <n@example.org>")]).is_ok(), "{usable}");
    }
    for refused in [
        "smtp://mail.example",
        "smtp://mail.example?tls=opportunistic",
        "smtp://mail.example?tls=none",
        "http://mail.example",
        "file:",
        "smtp://",
        "yes",
    ] {
        assert_eq!(faults(&[(MAIL, refused), (MAIL_FROM, "n@example.org")]).len(), 1, "{refused}");
    }
    assert!(read(&[(MAIL, "smtp://mail.example"), (MAIL_FROM, "n@e.org"), (INSECURE_DEV, "1")]).is_ok());
    assert_eq!(faults(&[(MAIL, "smtps://mail.example")]), ["NIGHTLATCH_MAIL_FROM: is required"]);
    assert_eq!(read(&[]).unwrap().settings.mail_from.email.to_string(), "nightlatch@localhost");
}
