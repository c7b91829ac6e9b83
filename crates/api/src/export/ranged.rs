//! A part of a file, for who goes on with a broken-off download (RFC 9110 section 14).

use std::ops::Range;

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderName, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::{
    client::Client,
    sending::{FOR_EVER, REPR_DIGEST, is_among, text, valued},
};
use crate::problem::{Complaint, Problem};

/// A file that never changes.
pub(super) struct RangedFile<'a> {
    pub(super) bytes: &'a Bytes,
    /// SHA-256 of it, in hexadecimal digits: what tells it from every other.
    pub(super) sha256: String,
    /// The same as `Repr-Digest` says it.
    pub(super) digest: String,
    /// The type of its content, and headers of this file only.
    pub(super) headers: Vec<(HeaderName, String)>,
}

impl RangedFile<'_> {
    /// The file, the part of it that is asked for, or nothing to who has it.
    pub(super) fn to(self, client: &Client, asked: &HeaderMap) -> Response {
        let tag = format!("\"{}\"", self.sha256);
        let length = self.bytes.len();
        let mut headers: Vec<(HeaderName, String)> = client.left.headers().into();
        headers.extend([
            (header::ETAG, tag.clone()),
            (header::CACHE_CONTROL, FOR_EVER.to_owned()),
            (header::ACCEPT_RANGES, "bytes".to_owned()),
        ]);
        if is_among(&tag, &text(asked, &header::IF_NONE_MATCH)) {
            return (StatusCode::NOT_MODIFIED, valued(headers)).into_response();
        }
        let (status, bytes): (StatusCode, Bytes) = match Wanted::of(asked, &tag, length) {
            Wanted::Whole => (StatusCode::OK, self.bytes.clone()),
            Wanted::Part(range) => {
                let place = format!("bytes {}-{}/{length}", range.start, range.end - 1);
                headers.push((header::CONTENT_RANGE, place));
                (StatusCode::PARTIAL_CONTENT, self.bytes.slice(range))
            }
            Wanted::Beyond => return beyond(length),
        };
        headers.extend(self.headers);
        // Of the whole file, whatever part is sent (RFC 9530 section 3).
        headers.push((REPR_DIGEST, self.digest));
        (status, valued(headers), Body::from(bytes)).into_response()
    }
}

fn beyond(length: usize) -> Response {
    let complaint = Complaint {
        place: "Range".to_owned(),
        detail: format!("the file has {length} bytes"),
    };
    let problem = Problem::invalid([complaint]).with_status(StatusCode::RANGE_NOT_SATISFIABLE);
    let place = valued(vec![(header::CONTENT_RANGE, format!("bytes */{length}"))]);
    (place, problem).into_response()
}

/// What of a file is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Wanted {
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
    fn of(headers: &HeaderMap, tag: &str, length: usize) -> Self {
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
