//! How an answer of the export is sent: coded as the reader takes it, with a digest, or not at all
//! when the reader has it already.

use axum::{
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::client::Client;
use crate::{
    door::Left,
    problem::{Problem, unavailable},
};
use khen_audit::SigningKey;
use khen_export::{
    Coding, SIGNATURE, SIGNATURE_INPUT, SignatureHeaders, SignedAnswer, repr_digest,
};

/// Bytes that never change, for who may keep them.
pub(super) const FOR_EVER: &str = "private, max-age=31536000, immutable";
/// Bytes that are asked for again each time.
pub(super) const EACH_TIME: &str = "private, no-cache";

/// The digest of what is sent (RFC 9530).
pub(super) const REPR_DIGEST: HeaderName = HeaderName::from_static("repr-digest");

/// An answer before it is coded.
pub(super) struct Answer {
    pub(super) bytes: Vec<u8>,
    pub(super) content_type: String,
    /// What tells these bytes from all others of the same address, without its quotes.
    pub(super) tag: String,
    pub(super) cache_control: &'static str,
    /// Headers of this answer only.
    pub(super) headers: Vec<(HeaderName, String)>,
    /// What signs it.
    pub(super) signer: Option<Signer>,
}

/// Signs an answer that says where the next page begins.
pub(super) struct Signer {
    pub(super) key: SigningKey,
    /// Seconds since 1970.
    pub(super) now: i64,
}

impl Answer {
    /// The response to a request of this client with these headers.
    pub(super) async fn to(self, client: &Client, asked: &HeaderMap) -> Result<Response, Problem> {
        self.sent(client.left, asked).await
    }

    /// The response to a request with these headers of whoever has so much left.
    pub(super) async fn sent(self, left: Left, asked: &HeaderMap) -> Result<Response, Problem> {
        let coding = coding(asked);
        let tag = coded(&self.tag, coding);
        let mut headers = self.headers;
        headers.extend(left.headers());
        headers.extend([
            (header::ETAG, tag.clone()),
            (header::CACHE_CONTROL, self.cache_control.to_owned()),
            (header::VARY, "Accept, Accept-Encoding".to_owned()),
        ]);
        if is_among(&tag, &text(asked, &header::IF_NONE_MATCH)) {
            return Ok((StatusCode::NOT_MODIFIED, valued(headers)).into_response());
        }
        // Megabytes take longer to code than others should wait.
        let coded = tokio::task::spawn_blocking(move || coding.encode(self.bytes)).await;
        let coded = coded.map_err(|error| unavailable(&error))?;
        let bytes = coded.map_err(|error| unavailable(&error))?;
        headers.push((header::CONTENT_TYPE, self.content_type));
        headers.push((REPR_DIGEST, repr_digest(&bytes)));
        let coding = coding.content_encoding().map(str::to_owned);
        headers.extend(coding.map(|coding| (header::CONTENT_ENCODING, coding)));
        if let Some(signer) = self.signer {
            headers.extend(signer.sign(&headers));
        }
        Ok((valued(headers), bytes).into_response())
    }
}

impl Signer {
    fn sign(&self, headers: &[(HeaderName, String)]) -> [(HeaderName, String); 2] {
        let value = |wanted: &str| {
            let found = headers.iter().find(|(name, _)| name.as_str() == wanted);
            found.map_or("", |(_, value)| value.as_str())
        };
        let answer = SignedAnswer::read(StatusCode::OK.as_u16(), value);
        let made = SignatureHeaders::sign(&answer, &self.key, self.now);
        [
            (HeaderName::from_static(SIGNATURE_INPUT), made.input),
            (HeaderName::from_static(SIGNATURE), made.signature),
        ]
    }
}

/// Whether the reader has the bytes with this tag already.
pub(super) fn is_known(tag: &str, asked: &HeaderMap) -> bool {
    let tag = coded(tag, coding(asked));
    is_among(&tag, &text(asked, &header::IF_NONE_MATCH))
}

fn coding(asked: &HeaderMap) -> Coding {
    Coding::chosen(&text(asked, &header::ACCEPT_ENCODING))
}

/// Another coding is another representation, with a tag of its own (RFC 9110 section 8.8.3).
fn coded(tag: &str, coding: Coding) -> String {
    match coding.content_encoding() {
        None => format!("\"{tag}\""),
        Some(coding) => format!("\"{tag}-{coding}\""),
    }
}

/// All values of a header, as one list.
pub(super) fn text(headers: &HeaderMap, name: &HeaderName) -> String {
    let values = headers.get_all(name).iter();
    let texts: Vec<_> = values.filter_map(|value| value.to_str().ok()).collect();
    texts.join(",")
}

/// Whether `If-None-Match` names the tag; weak comparison (RFC 9110 section 13.1.2).
pub(super) fn is_among(tag: &str, if_none_match: &str) -> bool {
    let mut tags = if_none_match.split(',').map(str::trim);
    tags.any(|one| one == "*" || one.trim_start_matches("W/") == tag)
}

/// Headers with their values.
pub(super) fn valued(headers: Vec<(HeaderName, String)>) -> HeaderMap {
    let valued = headers.into_iter().map(|(name, text)| {
        let value = HeaderValue::try_from(text);
        (
            name,
            value.expect("tags, digests, positions and encoded addresses are visible ASCII"),
        )
    });
    valued.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_that_is_known_is_found_in_a_list() {
        for (list, is_known) in [
            ("\"0-4\"", true),
            ("\"9-9\", W/\"0-4\"", true),
            ("*", true),
            ("\"0-4-zstd\"", false),
            ("", false),
        ] {
            assert_eq!(is_among("\"0-4\"", list), is_known, "{list}");
        }
    }
}
