//! The id of a request: the caller's own, or a fresh one. It is the event's correlation id.

use std::convert::Infallible;

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, request::Parts},
};

use crate::{limits::REQUEST_ID_CHARS_MAX, names::REQUEST_ID, parts::Shared};
use khen_ambient::IdSource;

/// The id of a request: 1 to 64 letters, digits and `-_.`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct RequestId(String);

impl RequestId {
    /// The id that the caller chose, if it is harmless in logs and for ever in the ledger; else the
    /// trace that the request is in, so that its events lead there; else a fresh one.
    pub(crate) fn of(headers: &HeaderMap, trace: Option<String>, ids: &dyn IdSource) -> Self {
        let chosen = headers
            .get(REQUEST_ID)
            .and_then(|value| value.to_str().ok());
        let chosen = chosen.filter(|text| is_harmless(text)).map(str::to_owned);
        let id = chosen.or(trace);
        Self(id.unwrap_or_else(|| ids.event_id().simple().to_string()))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn value(&self) -> HeaderValue {
        HeaderValue::from_str(&self.0).expect("a request id is visible ASCII")
    }
}

fn is_harmless(text: &str) -> bool {
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    (1..=REQUEST_ID_CHARS_MAX).contains(&text.len()) && text.chars().all(is_allowed)
}

impl FromRequestParts<Shared> for RequestId {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, api: &Shared) -> Result<Self, Infallible> {
        let known = parts.extensions.get::<Self>().cloned();
        Ok(known.unwrap_or_else(|| Self::of(&parts.headers, None, &*api.parts.ids)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use khen_ambient::RandomIds;

    const TRACE: &str = "4bf92f3577b34da6a3ce929d0e0e4736";

    fn id_of(text: &'static str) -> RequestId {
        let mut headers = HeaderMap::new();
        headers.insert(REQUEST_ID, HeaderValue::from_static(text));
        RequestId::of(&headers, Some(TRACE.to_owned()), &RandomIds)
    }

    #[test]
    fn a_sane_id_is_kept() {
        assert_eq!(id_of("click-7_a.b").as_str(), "click-7_a.b");
    }

    #[test]
    fn any_other_id_is_replaced_by_that_of_the_trace() {
        for odd in ["", "a b", "a\"b", "<script>"] {
            assert_eq!(id_of(odd).as_str(), TRACE, "{odd}");
        }
    }

    #[test]
    fn without_choice_and_trace_the_id_is_fresh() {
        let fresh = || RequestId::of(&HeaderMap::new(), None, &RandomIds);
        assert!(is_harmless(fresh().as_str()));
        assert_ne!(fresh(), fresh());
    }
}
