//! Files for somebody else: encrypted with age (<https://age-encryption.org/v1>), so that its own tools open them, too.

use std::io::{self, Read, Write};

use secrecy::SecretString;
use zeroize::Zeroizing;

/// What age writes first.
const MAGIC: &[u8] = b"age-encryption.org/v1";

/// For whom a file is.
pub enum Recipient {
    /// The holder of the identity that belongs to it.
    Key(age::x25519::Recipient),
    /// Whoever knows the passphrase.
    Passphrase(SecretString),
}

impl Recipient {
    /// Errors: not a public key of age.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        text.trim().parse().map(Self::Key)
    }
}

/// By what a file is opened.
pub enum Opener {
    Key(Box<age::x25519::Identity>),
    Passphrase(SecretString),
}

impl Opener {
    /// The first identity of a file as `age-keygen` makes one. Errors: there is none.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let mut lines = text.lines().map(str::trim).filter(|line| line.starts_with("AGE-SECRET-KEY-"));
        lines.next().ok_or("there is no identity in it")?.parse().map(|key| Self::Key(Box::new(key)))
    }
}

/// Whether these are the first bytes of such a file.
pub fn is_sealed(beginning: &[u8]) -> bool {
    beginning.starts_with(MAGIC)
}

/// What is written to it, `output` gets encrypted; [`finish`] ends it. Errors: `output` cannot be written.
pub fn seal<W: Write>(recipient: Recipient, output: W) -> io::Result<age::stream::StreamWriter<W>> {
    let encryptor = match recipient {
        Recipient::Passphrase(passphrase) => age::Encryptor::with_user_passphrase(passphrase),
        Recipient::Key(key) => {
            let recipient: &dyn age::Recipient = &key;
            age::Encryptor::with_recipients(std::iter::once(recipient)).map_err(io::Error::other)?
        }
    };
    encryptor.wrap_output(output)
}

/// Writes the end, without which the file does not open; gives the output back.
pub fn finish<W: Write>(sealed: age::stream::StreamWriter<W>) -> io::Result<W> {
    sealed.finish()
}

/// Opens a whole file. Errors: another's, damaged, or cut off.
pub fn open(opener: &Opener, sealed: &[u8]) -> io::Result<Zeroizing<Vec<u8>>> {
    let decryptor = age::Decryptor::new(sealed).map_err(io::Error::other)?;
    let passphrase;
    let identity: &dyn age::Identity = match opener {
        Opener::Key(key) => &**key,
        Opener::Passphrase(text) => {
            passphrase = age::scrypt::Identity::new(text.clone());
            &passphrase
        }
    };
    let mut reader = decryptor.decrypt(std::iter::once(identity)).map_err(io::Error::other)?;
    let mut opened = Zeroizing::new(Vec::new());
    reader.read_to_end(&mut opened)?;
    Ok(opened)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_opens_for_its_recipient_only_and_whole() {
        let (mine, other) = (age::x25519::Identity::generate(), age::x25519::Identity::generate());
        let recipient = Recipient::parse(&mine.to_public().to_string()).unwrap();
        let mut writer = seal(recipient, Vec::new()).unwrap();
        writer.write_all(b"secret\n").unwrap();
        let sealed = finish(writer).unwrap();
        assert!(is_sealed(&sealed) && !is_sealed(b"{\"email\":"));
        assert_eq!(**open(&Opener::Key(Box::new(mine.clone())), &sealed).unwrap(), *b"secret\n");
        assert!(open(&Opener::Key(Box::new(mine)), &sealed[..sealed.len() - 1]).is_err());
        assert!(open(&Opener::Key(Box::new(other)), &sealed).is_err());
        assert!(Recipient::parse("age1nonsense").is_err() && Opener::parse("# nothing").is_err());
    }

    #[test]
    fn a_file_opens_with_its_passphrase_only() {
        let phrase = |text: &str| SecretString::from(text.to_owned());
        let mut recipient = age::scrypt::Recipient::new(phrase("correct horse"));
        recipient.set_work_factor(2);
        let encryptor =
            age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient)).unwrap();
        let mut writer = encryptor.wrap_output(Vec::new()).unwrap();
        writer.write_all(b"secret\n").unwrap();
        let sealed = finish(writer).unwrap();
        assert_eq!(**open(&Opener::Passphrase(phrase("correct horse")), &sealed).unwrap(), *b"secret\n");
        assert!(open(&Opener::Passphrase(phrase("battery staple")), &sealed).is_err());
    }

    /// Made by `age-keygen`, but for the key.
    #[test]
    fn an_identity_is_read_from_a_file_as_age_makes_it() {
        use age::secrecy::ExposeSecret;
        let identity = age::x25519::Identity::generate();
        let public = identity.to_public().to_string();
        let file = format!(
            "# created: 2026-11-26T00:00:00Z\n# public key: {public}\n{}\n",
            identity.to_string().expose_secret()
        );
        let mut writer = seal(Recipient::parse(&format!(" {public}\n")).unwrap(), Vec::new()).unwrap();
        writer.write_all(b"secret\n").unwrap();
        let sealed = finish(writer).unwrap();
        assert_eq!(**open(&Opener::parse(&file).unwrap(), &sealed).unwrap(), *b"secret\n");
    }
}
