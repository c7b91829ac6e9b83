//! A part of a file, for who goes on with a broken-off download (RFC 9110 section 14).

use std::ops::Range;

use axum::http::{HeaderMap, header};

use crate::export::sending::text;

/// What of a file is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wanted {
    /// All of it.
    Whole,
    /// These bytes, within it.
    Part(Range<usize>),
    /// Bytes that it does not have.
    Beyond,
}

impl Wanted {
    /// What these headers want of a file of this length that `tag` names. Of several parts at once, of
    /// another file and of what cannot be read all of it is sent, as a server may.
    pub(super) fn of(headers: &HeaderMap, tag: &str, length: usize) -> Self {
        let of_this = text(headers, &header::IF_RANGE);
        if !of_this.is_empty() && of_this != tag {
            return Self::Whole;
        }
        let range = text(headers, &header::RANGE);
        let range = range.strip_prefix("bytes=").map(str::trim);
        let Some((first, last)) = range.and_then(|range| range.split_once('-')) else {
            return Self::Whole;
        };
        match (number(first), number(last)) {
            (Some(first), _) if last.is_empty() => part(first, length, length),
            (Some(first), Some(last)) if first <= last => {
                part(first, length.min(last.saturating_add(1)), length)
            }
            (None, Some(count)) if first.is_empty() => {
                part(length.saturating_sub(count), length, length)
            }
            (Some(_) | None, Some(_) | None) => Self::Whole,
        }
    }
}

fn part(start: usize, end: usize, length: usize) -> Wanted {
    if start < end && end <= length {
        Wanted::Part(start..end)
    } else {
        Wanted::Beyond
    }
}

fn number(text: &str) -> Option<usize> {
    let is_plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_plain.then(|| text.parse().unwrap_or(usize::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_wanted_by_its_first_byte_its_last_or_how_many() {
        for (range, wanted) in [
            ("bytes=0-9", Wanted::Part(0..10)),
            ("bytes=90-", Wanted::Part(90..100)),
            ("bytes=90-1000", Wanted::Part(90..100)),
            ("bytes=-10", Wanted::Part(90..100)),
            ("bytes=-1000", Wanted::Part(0..100)),
            ("bytes=0-99999999999999999999999", Wanted::Part(0..100)),
            ("bytes=100-", Wanted::Beyond),
            ("bytes=-0", Wanted::Beyond),
            ("bytes=9-0", Wanted::Whole),
            ("bytes=0-1,3-4", Wanted::Whole),
            ("bytes=-", Wanted::Whole),
            ("bytes=a-b", Wanted::Whole),
            ("lines=0-1", Wanted::Whole),
            ("", Wanted::Whole),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::RANGE, range.parse().unwrap());
            assert_eq!(Wanted::of(&headers, "\"a\"", 100), wanted, "{range}");
        }
    }

    #[test]
    fn a_part_of_another_file_is_not_wanted() {
        let mut headers = HeaderMap::new();
        headers.insert(header::RANGE, "bytes=1-2".parse().unwrap());
        for (of_this, wanted) in [("\"a\"", Wanted::Part(1..3)), ("\"b\"", Wanted::Whole)] {
            headers.insert(header::IF_RANGE, of_this.parse().unwrap());
            assert_eq!(Wanted::of(&headers, "\"a\"", 100), wanted, "{of_this}");
        }
    }
}
