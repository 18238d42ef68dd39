//! Lines of a text that comes in pieces: each is kept until it is whole, and none for longer than it may be.

/// In bytes; what is longer is told by its number and dropped.
pub const LONGEST: usize = 64 * 1024;

/// What some programs begin a text in UTF-8 with: the byte-order mark, which is no part of it.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// One line, without its end.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    /// From 1 on; empty lines count.
    pub number: u64,
    /// None where it was too long.
    pub text: Option<Vec<u8>>,
}

/// Cuts pieces into lines; empty ones are left out.
#[derive(Default)]
pub struct Lines {
    number: u64,
    begun: Vec<u8>,
    too_long: bool,
}

impl Lines {
    /// The lines that end in this piece.
    pub fn push(&mut self, piece: &[u8]) -> Vec<Line> {
        let mut ended = Vec::new();
        let mut parts = piece.split(|byte| *byte == b'\n');
        let last = parts.next_back().unwrap_or_default();
        for part in parts {
            self.begin(part);
            ended.extend(self.end());
        }
        self.begin(last);
        ended
    }

    /// The line that nothing has ended.
    pub fn finish(mut self) -> Option<Line> {
        self.end()
    }

    fn begin(&mut self, part: &[u8]) {
        if self.too_long || self.begun.len() + part.len() > LONGEST {
            self.too_long = true;
            self.begun.clear();
        } else {
            self.begun.extend_from_slice(part);
        }
    }

    fn end(&mut self) -> Option<Line> {
        self.number += 1;
        let text = std::mem::take(&mut self.begun);
        if std::mem::take(&mut self.too_long) {
            return Some(Line { number: self.number, text: None });
        }
        let text = if self.number == 1 { text.strip_prefix(MARK).unwrap_or(&text) } else { &text[..] };
        let text = text.trim_ascii().to_vec();
        (!text.is_empty()).then_some(Line { number: self.number, text: Some(text) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(number: u64, text: &str) -> Line {
        Line { number, text: Some(text.into()) }
    }

    #[test]
    fn lines_may_come_in_any_pieces() {
        let text = "one\n\n  two\r\nthree";
        for size in 1..=text.len() {
            let mut lines = Lines::default();
            let mut read: Vec<Line> =
                text.as_bytes().chunks(size).flat_map(|piece| lines.push(piece)).collect();
            read.extend(lines.finish());
            assert_eq!(read, [line(1, "one"), line(3, "two"), line(4, "three")], "in pieces of {size}");
        }
    }

    #[test]
    fn a_mark_at_the_beginning_is_no_part_of_the_text() {
        let text = "\u{feff}one\n\u{feff}two";
        for size in 1..=text.len() {
            let mut lines = Lines::default();
            let mut read: Vec<Line> =
                text.as_bytes().chunks(size).flat_map(|piece| lines.push(piece)).collect();
            read.extend(lines.finish());
            assert_eq!(read, [line(1, "one"), line(2, "\u{feff}two")], "in pieces of {size}");
        }
        let mut nothing = Lines::default();
        assert_eq!(nothing.push("\u{feff}".as_bytes()), []);
        assert_eq!(nothing.finish(), None);
    }

    #[test]
    fn a_line_that_is_too_long_is_dropped_alone() {
        let mut lines = Lines::default();
        let long = vec![b'x'; LONGEST];
        assert_eq!(lines.push(&long), []);
        assert_eq!(lines.push(&long), []);
        assert_eq!(lines.push(b"y\nnext\n"), [Line { number: 1, text: None }, line(2, "next")]);
        assert_eq!(lines.finish(), None);
    }
}
