//! Languages that people are written to in.

use super::names::names;

names! {
    /// A language, by its tag (RFC 5646).
    Language {
        English = "en",
        German = "de",
        French = "fr",
        Spanish = "es",
        Chinese = "zh-Hans",
        Japanese = "ja",
    }
}

#[expect(clippy::derivable_impls, reason = "`names!` marks no variant as the default")]
impl Default for Language {
    fn default() -> Self {
        Self::English
    }
}
