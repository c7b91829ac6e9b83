//! Results to stdout. Everything else goes to stderr, as log lines.

use std::io::{self, Write};

/// Writes `text` and a line end to stdout; a reader that went away is no failure.
pub(crate) fn line(text: &str) -> anyhow::Result<()> {
    ignore_closed(writeln!(io::stdout().lock(), "{text}"))
}

/// Writes `value` as indented JSON.
pub(crate) fn json(value: &serde_json::Value) -> anyhow::Result<()> {
    line(&format!("{value:#}"))
}

/// Writes a file to stdout as it is; a reader that went away is no failure.
pub(crate) fn bytes(bytes: &[u8]) -> anyhow::Result<()> {
    let mut stdout = io::stdout().lock();
    ignore_closed(stdout.write_all(bytes).and_then(|()| stdout.flush()))
}

/// Tells the person at the terminal something that is no result.
pub(crate) fn note(text: &str) -> anyhow::Result<()> {
    ignore_closed(writeln!(io::stderr().lock(), "{text}"))
}

fn ignore_closed(result: io::Result<()>) -> anyhow::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => Ok(other?),
    }
}
