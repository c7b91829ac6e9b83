//! What is not taken, and why: each reason is a problem of its own, and nothing of it is kept.

use axum::{
    extract::rejection::BytesRejection,
    http::{HeaderMap, StatusCode, header},
};
use serde_json::Value;

use super::media_type::{self, Flaw, MEDIA_TYPES};
use crate::{
    limits::{ARCHIVE_CLEAR_BYTES_MAX, DOCUMENT_BYTES_MAX},
    problem::Problem,
};
use khen_eventlog::FileRecord;
use khen_texts::Problem as Slug;

/// The body did not come in whole.
pub(super) fn not_received(error: &BytesRejection) -> Problem {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        too_large(DOCUMENT_BYTES_MAX)
    } else {
        Problem::of(Slug::DocumentTruncated)
    }
}

/// The type that the bytes have, if it is allowed and the one that was announced.
pub(super) fn checked_type(headers: &HeaderMap, bytes: &[u8]) -> Result<&'static str, Problem> {
    let announced = announced(headers);
    match media_type::found(bytes) {
        Ok(found) if announced == found => Ok(found),
        Ok(found) => Err(mislabelled(&announced, found)),
        Err(Flaw::Truncated) => Err(Problem::of(Slug::DocumentTruncated)),
        Err(Flaw::Bomb) => Err(too_large(ARCHIVE_CLEAR_BYTES_MAX)),
        Err(Flaw::Unknown) if MEDIA_TYPES.contains(&&*announced) => {
            Err(mislabelled(&announced, "unknown"))
        }
        Err(Flaw::Unknown) => Err(Problem::unsupported(MEDIA_TYPES)),
    }
}

/// The media type of the header, without its parameters; media types know no case.
fn announced(headers: &HeaderMap) -> String {
    let value = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let kind = value.and_then(|value| value.split(';').next());
    kind.unwrap_or("none").trim().to_ascii_lowercase()
}

fn mislabelled(announced: &str, found: &str) -> Problem {
    Problem::of(Slug::DocumentMislabelled)
        .with_fact("announced_type", announced)
        .with_fact("found_type", found)
        .with_fact("accepted", MEDIA_TYPES)
}

fn too_large(max_bytes: impl Into<Value>) -> Problem {
    Problem::of(Slug::DocumentTooLarge).with_fact("max_bytes", max_bytes)
}

/// The facts are what the first upload was answered, so that the document can be named all the same.
pub(super) fn repeated(file: &FileRecord) -> Problem {
    Problem::of(Slug::DocumentRepeated)
        .with_fact("sha256", hex::encode(file.sha256))
        .with_fact("media_type", &*file.media_type)
        .with_fact("size", file.size)
}
