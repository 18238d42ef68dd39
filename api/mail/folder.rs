//! A folder that mail is kept in: a file for each mail, and what a developer reads of them.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use askama::Template;
use mail_parser::{Message, MessageParser, MimeHeaders};
use uuid::Uuid;

use super::{LOGO, with_logo};
use crate::domain::id::MailId;

/// So many mails are listed, the newest ones.
const LISTED: usize = 200;

/// Writes a mail under its id, so that sending it again changes nothing. Readers never see half of it.
pub fn keep(folder: &Path, id: MailId, formatted: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let unfinished = folder.join(format!(".{}", id.0));
    fs::write(&unfinished, formatted)?;
    fs::rename(unfinished, file(folder, id))
}

fn file(folder: &Path, id: MailId) -> PathBuf {
    folder.join(format!("{}.eml", id.0))
}

/// The page that lists what the folder holds, the newest first. Errors: the folder cannot be read.
pub fn index(folder: &Path) -> io::Result<String> {
    let mut ids = ids(folder)?;
    // They begin with the time.
    ids.sort_unstable_by_key(|id| std::cmp::Reverse(id.0));
    ids.truncate(LISTED);
    let mails = ids.into_iter().filter_map(|id| entry(folder, id).transpose()).collect::<io::Result<_>>()?;
    Index { folder: folder.display().to_string(), mails }.render().map_err(io::Error::other)
}

/// A folder that nothing was kept in is empty.
fn ids(folder: &Path) -> io::Result<Vec<MailId>> {
    let files = match fs::read_dir(folder) {
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        files => files?,
    };
    let name = |file: io::Result<fs::DirEntry>| Ok(file?.file_name().into_string().unwrap_or_default());
    let names: Vec<String> = files.map(name).collect::<io::Result<_>>()?;
    let id = |name: &String| name.strip_suffix(".eml")?.parse::<Uuid>().ok().map(MailId);
    Ok(names.iter().filter_map(id).collect())
}

fn entry(folder: &Path, id: MailId) -> io::Result<Option<Entry>> {
    let Some(text) = read(folder, id)? else { return Ok(None) };
    Ok(MessageParser::default().parse(&text).map(|mail| Entry {
        id: id.0,
        subject: mail.subject().unwrap_or_default().to_owned(),
        to: recipient(&mail).unwrap_or_default().to_owned(),
        written_at: mail.date().map(ToString::to_string).unwrap_or_default(),
    }))
}

fn recipient<'a>(mail: &'a Message) -> Option<&'a str> {
    mail.to()?.first()?.address()
}

/// The page that a mail is, with the logo that came along; none where no such mail was kept. Errors: it cannot be read.
pub fn page(folder: &Path, id: MailId) -> io::Result<Option<String>> {
    let Some(text) = read(folder, id)? else { return Ok(None) };
    let mail = MessageParser::default().parse(&text);
    Ok(mail.and_then(|mail| {
        let logo = mail.parts.iter().find(|part| part.content_id() == Some(LOGO));
        Some(with_logo(mail.body_html(0)?.into_owned(), logo.map(|logo| logo.contents())))
    }))
}

fn read(folder: &Path, id: MailId) -> io::Result<Option<Vec<u8>>> {
    match fs::read(file(folder, id)) {
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(None),
        text => text.map(Some),
    }
}

#[derive(Template)]
#[template(path = "mailbox.html", config = "api/mail/askama.toml")]
struct Index {
    folder: String,
    mails: Vec<Entry>,
}

struct Entry {
    id: Uuid,
    subject: String,
    to: String,
    written_at: String,
}
