//! Everybody's mailbox: what the service has sent.

use std::sync::Arc;

use nightlatch::{
    app::App,
    background,
    mail::{Email, Mailbox},
};

/// Mail to one address, the first first.
pub struct Received(pub Vec<Email>);

impl Received {
    /// The only one. Panics with the subjects where there are none or several.
    pub fn only(self) -> Email {
        let subjects: Vec<&str> = self.0.iter().map(|email| email.subject.as_str()).collect();
        assert_eq!(self.0.len(), 1, "{subjects:?}");
        self.0.into_iter().next().expect("there is one")
    }
}

/// Sends what is due, and takes what has come for that address out of the mailbox.
pub async fn receive(app: &Arc<App>, mailbox: &Mailbox, address: &str) -> Received {
    background::send_due(app).await;
    let mut sent = mailbox.lock().unwrap();
    let (own, others) = sent.drain(..).partition(|email| email.to == address);
    *sent = others;
    Received(own)
}

/// The token of the only link in a mail.
pub fn token(email: &Email, page: &str) -> String {
    let link = email.text.split_whitespace().find(|word| word.contains(&format!("/{page}")));
    let (_, after) = link
        .and_then(|link| link.split_once("#token="))
        .unwrap_or_else(|| panic!("no {page} in {}", email.text));
    let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-').unwrap_or(after.len());
    after[..end].to_owned()
}

/// The code in a mail: the only run of eight digits that stands alone.
pub fn code(email: &Email) -> String {
    let words = email.text.split_whitespace();
    let codes: Vec<&str> =
        words.filter(|word| word.len() == 8 && word.bytes().all(|byte| byte.is_ascii_digit())).collect();
    assert_eq!(codes.len(), 1, "{}", email.text);
    codes[0].to_owned()
}
