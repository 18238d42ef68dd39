//! The header `traceparent` (W3C Trace Context, section 3.2).

/// The span that a request is made in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Parent<'a> {
    pub trace: &'a str,
    pub span: &'a str,
    /// Whether the caller may have recorded it.
    pub sampled: bool,
}

impl<'a> Parent<'a> {
    /// None where it is not what the standard describes: then a trace begins here.
    pub fn parse(header: &'a str) -> Option<Self> {
        let mut parts = header.split('-');
        let version = parts.next().and_then(|part| hex(part, 2))?;
        let trace = parts.next().and_then(|part| hex(part, 32))?;
        let span = parts.next().and_then(|part| hex(part, 16))?;
        let flags = parts.next().and_then(|part| hex(part, 2))?;
        let is_known = version != "ff" && (version != "00" || parts.next().is_none());
        let is_set = |id: &str| id.bytes().any(|digit| digit != b'0');
        let flags = u8::from_str_radix(flags, 16).ok()?;
        (is_known && is_set(trace) && is_set(span)).then_some(Self { trace, span, sampled: flags & 1 == 1 })
    }
}

/// Lower case alone, as the standard has it.
fn hex(part: &str, length: usize) -> Option<&str> {
    let fits = part.len() == length && part.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    fits.then_some(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRACE: &str = "4bf92f3577b34da6a3ce929d0e0e4736";
    const SPAN: &str = "00f067aa0ba902b7";

    #[test]
    fn a_parent_is_as_the_standard_has_it() {
        let parent = |sampled| Some(Parent { trace: TRACE, span: SPAN, sampled });
        assert_eq!(Parent::parse(&format!("00-{TRACE}-{SPAN}-01")), parent(true));
        assert_eq!(Parent::parse(&format!("00-{TRACE}-{SPAN}-02")), parent(false));
        assert_eq!(Parent::parse(&format!("01-{TRACE}-{SPAN}-01-more")), parent(true), "a later version");
        for wrong in [
            String::new(),
            "nonsense".to_owned(),
            format!("ff-{TRACE}-{SPAN}-01"),
            format!("00-{TRACE}-{SPAN}-01-more"),
            format!("00-{TRACE}-{SPAN}"),
            format!("00-{}-{SPAN}-01", TRACE.to_uppercase()),
            format!("00-{}-{SPAN}-01", "0".repeat(32)),
            format!("00-{TRACE}-{}-01", "0".repeat(16)),
            format!("00-{TRACE}-{}é-01", "0".repeat(14)),
        ] {
            assert_eq!(Parent::parse(&wrong), None, "{wrong}");
        }
    }
}
