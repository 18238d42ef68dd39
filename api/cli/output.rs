//! What commands print: results on standard output, complaints on standard error.

use std::io::{self, Write};

use super::Failed;

/// A result, with a line end.
pub fn print(text: &str) -> Result<(), Failed> {
    let mut output = io::stdout().lock();
    writeln!(output, "{text}").and_then(|()| output.flush()).map_err(unwritten)
}

/// Why standard output took nothing: `| head` has seen enough, or something is wrong with it.
pub fn unwritten(error: io::Error) -> Failed {
    if error.kind() == io::ErrorKind::BrokenPipe { Failed::Unheard } else { Failed::because(error) }
}

/// What to know beside a result, which stands alone on standard output.
pub fn remark(text: &str) {
    writeln!(io::stderr(), "{text}").ok();
}

/// Where nobody listens any more there is nobody to tell.
pub fn complain(text: &str) {
    writeln!(io::stderr(), "nightlatch: {}", text.trim_end()).ok();
}
