//! User agents, as people know them: "Firefox" and "Linux" instead of a whole line.

const BROWSERS: [(&str, &str); 8] = [
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("CriOS/", "Chrome"),
    ("Version/", "Safari"),
    ("Safari/", "Safari"),
];
const SYSTEMS: [(&str, &str); 8] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("Macintosh", "Mac"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];
/// Longer names of programs are cut.
const LONGEST: usize = 30;

/// What a client says it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Browser {
    On { browser: &'static str, system: &'static str },
    Named(String),
}

impl Browser {
    /// Reads a `User-Agent` (RFC 9110, section 10.1.5). Whoever attacks chooses it: what is unknown gives one word without
    /// dots, which no mail program makes a link of.
    pub fn read(user_agent: &str) -> Option<Self> {
        match (known(&BROWSERS, user_agent), known(&SYSTEMS, user_agent)) {
            (Some(browser), Some(system)) => Some(Self::On { browser, system }),
            (Some(name), None) | (None, Some(name)) => Some(Self::Named(name.to_owned())),
            (None, None) => {
                let letters =
                    user_agent.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c));
                let name: String = letters.take(LONGEST).collect();
                (!name.is_empty()).then_some(Self::Named(name))
            }
        }
    }
}

fn known(names: &[(&str, &'static str)], user_agent: &str) -> Option<&'static str> {
    names.iter().find(|(part, _)| user_agent.contains(part)).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_told_by_name() {
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 \
                    Safari/537.36 Edg/142.0.0.0";
        let safari = "Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                      Version/26.1 Mobile/15E148 Safari/604.1";
        let named = |name: &str| Some(Browser::Named(name.to_owned()));
        assert_eq!(Browser::read(edge), Some(Browser::On { browser: "Edge", system: "Windows" }));
        assert_eq!(Browser::read(safari), Some(Browser::On { browser: "Safari", system: "iPhone" }));
        assert_eq!(Browser::read("curl/8.14.1"), named("curl"));
        assert_eq!(Browser::read("https://evil.example is where you are safe"), named("https"));
        assert_eq!(Browser::read(&"x".repeat(5000)), named(&"x".repeat(LONGEST)));
        assert_eq!(Browser::read("<script>"), None);
    }
}
