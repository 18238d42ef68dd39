//! The folder of pages: nothing outside of it, and nothing hidden in it, is served.

use std::fs;

use crate::{problems::exchange_bytes, support::app::TestApp};

const SECRET: &str = "a secret beside the pages";

/// Ways out of a folder, as paths of requests.
const WAYS: [&str; 22] = [
    "/../secret",
    "/../../secret",
    "/assets/../../secret",
    "/%2e%2e/secret",
    "/%2e%2e%2fsecret",
    "/..%2fsecret",
    "/..%2Fsecret",
    "/..%5csecret",
    "/..\\secret",
    "/%252e%252e%252fsecret",
    "/....//secret",
    "/..;/secret",
    "/.%00./secret",
    "/assets/..%c0%afsecret",
    "/assets/%ef%bc%8e%ef%bc%8e/secret",
    "//secret",
    "/secret",
    "/.env",
    "/%2eenv",
    "/.git/config",
    "/assets/.hidden",
    "/index.html/../../secret",
];

#[tokio::test]
async fn no_path_leads_out_of_the_folder_of_pages() {
    let home = tempfile::tempdir().expect("a folder");
    let pages = home.path().join("pages");
    for folder in ["pages/assets", "pages/.git"] {
        fs::create_dir_all(home.path().join(folder)).expect("a folder");
    }
    fs::write(pages.join("index.html"), "<title>The page</title>").expect("written");
    fs::write(pages.join("assets/app.js"), "true").expect("written");
    for hidden in ["secret", "pages/.env", "pages/.git/config", "pages/assets/.hidden"] {
        fs::write(home.path().join(hidden), SECRET).expect("written");
    }
    let app = TestApp::start_with(|settings| settings.frontend_dir = Some(pages.clone()));
    let ask = |path: &str| {
        let request = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
        exchange_bytes(&app, request.as_bytes())
    };
    assert!(ask("/assets/app.js").ends_with("\r\n\r\ntrue"), "{}", ask("/assets/app.js"));
    for path in WAYS {
        let answer = ask(path);
        assert!(!answer.contains(SECRET), "{path}: {answer}");
        let status = answer.split(' ').nth(1).expect("a status");
        let page = status == "200" && answer.contains("The page");
        assert!(page || status.starts_with('4'), "{path}: {answer}");
        let head = answer.to_lowercase();
        assert!(head.contains("x-frame-options: deny") || status == "400", "{path}: {answer}");
    }
    // Of the API's paths none is the page, and at what is no path of a file there is nothing.
    let of_api = [
        "/v1",
        "//v1/users",
        "///v1",
        "/v1/",
        "/v1/../index.html",
        "/v1/nothing",
        "/.well-known/nothing",
        "/v1/%2e%2e/index.html",
    ];
    for path in of_api.into_iter().chain(["/.env", "/a:", "/*", "/a%3E", "/assets/.hidden", "/..%2fsecret"]) {
        let answer = ask(path);
        assert!(answer.starts_with("HTTP/1.1 404 "), "{path}: {answer}");
        assert!(answer.contains("content-type: application/problem+json"), "{path}: {answer}");
        assert!(answer.contains(r#""code":"not_found""#), "{path}: {answer}");
    }
}
