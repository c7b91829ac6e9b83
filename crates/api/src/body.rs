//! Bodies in JSON, with our problems when they do not parse.

use axum::{
    body::Bytes,
    extract::rejection::BytesRejection,
    http::{HeaderMap, header},
};
use serde::de::DeserializeOwned;

use crate::problem::Problem;

/// The one type of a body that is no document.
pub(crate) const JSON: &str = "application/json";

/// Reads the object in the body of a request, which may have `max_bytes`.
///
/// # Errors
/// The problems `unsupported-media-type`, `too-large` and `malformed`.
pub(crate) fn object<T: DeserializeOwned>(
    headers: &HeaderMap,
    bytes: Result<Bytes, BytesRejection>,
    max_bytes: usize,
) -> Result<T, Problem> {
    if !is_json(headers) {
        return Err(Problem::unsupported(&[JSON]));
    }
    let bytes = bytes.map_err(|error| Problem::not_received(&error, max_bytes))?;
    parsed(&bytes)
}

/// The body is an object: serde would take a list of its members, too.
fn parsed<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    if bytes.trim_ascii_start().starts_with(b"[") {
        return Err(Problem::malformed("body", "expected an object"));
    }
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let body = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let path = error.path().to_string();
        let detail = error.inner().to_string();
        // The root is shown as `.`, what cannot be named as `?`.
        match path.trim_end_matches(['.', '?']) {
            "" => Problem::unreadable("body", &detail),
            place => Problem::unreadable(place, &detail),
        }
    })?;
    let end = json.end();
    end.map_err(|error| Problem::malformed("body", &error))?;
    Ok(body)
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let kind = kind
        .and_then(|kind| kind.split(';').next())
        .unwrap_or_default();
    kind.trim().eq_ignore_ascii_case(JSON)
}
