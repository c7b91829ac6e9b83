//! The lines of a segment, some at a time: however large its events are, few of them are in memory.

use std::io::{self, BufRead, Read as _};

use super::limits::{BATCH_BYTES, LINE_BYTES_MAX};

/// The next lines, whole but for the last line of a text that breaks off; none at the end.
pub(super) fn batch(lines: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    while bytes.len() < BATCH_BYTES {
        let before = bytes.len();
        let mut bounded = lines.take(LINE_BYTES_MAX as u64);
        bounded.read_until(b'\n', &mut bytes)?;
        if bytes.len() == before {
            break;
        }
        if bytes.len() - before == LINE_BYTES_MAX && !bytes.ends_with(b"\n") {
            return Err(io::Error::other("a line is longer than any event"));
        }
    }
    Ok(bytes)
}

/// Passes over so many lines.
pub(super) fn skip(lines: &mut impl BufRead, count: u64) -> io::Result<()> {
    for _ in 0..count {
        lines.skip_until(b'\n')?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn batches_hold_whole_lines_and_are_bounded() {
        let line = [vec![b'a'; BATCH_BYTES / 2], vec![b'\n']].concat();
        let text = line.repeat(5);
        let mut lines = &text[..];
        let sizes: Vec<_> = std::iter::from_fn(|| {
            let batch = batch(&mut lines).unwrap();
            (!batch.is_empty()).then_some(batch.len())
        })
        .collect();
        assert_eq!(sizes, [2, 2, 1].map(|count| count * line.len()));
        let mut endless = io::repeat(b'a').take(2 * LINE_BYTES_MAX as u64);
        let mut endless = io::BufReader::new(&mut endless);
        assert!(batch(&mut endless).is_err());
    }

    #[test]
    fn lines_are_passed_over() {
        let mut lines = &b"a\nb\nc"[..];
        skip(&mut lines, 2).unwrap();
        assert_eq!(batch(&mut lines).unwrap(), b"c");
    }
}
