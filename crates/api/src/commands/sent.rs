//! What is sent with a command.

use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Request, rejection::BytesRejection},
    http::{HeaderMap, header},
};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::{
    body,
    door::Caller,
    extract::NoQuery,
    layers::RequestId,
    limits::{
        COMMAND_BODY_BYTES_MAX, TAG_KEY_CHARS_MAX, TAG_KIND_CHARS_MAX, TAG_VERSION_DIGITS_MAX,
    },
    names::IDEMPOTENCY_KEY,
    parts::Shared,
    problem::Problem,
};
use khen_accounts::Visitor;
use khen_desk::Wish;
use khen_domain::{AssignmentId, CommandKind, LateReason, Moment};
use khen_eventlog::{Condition, StreamName, Version};
use khen_texts::Problem as Slug;

/// A command's request, not read yet.
pub(crate) struct Sent {
    visitor: Visitor,
    id: RequestId,
    query: Result<NoQuery, Problem>,
    headers: HeaderMap,
    bytes: Result<Bytes, BytesRejection>,
}

/// A command, as it is sent.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CommandBody {
    /// What the command says; personal values in clear.
    pub(crate) content: Map<String, Value>,
    /// When it happened, if it is recorded afterwards.
    #[serde(default)]
    pub(crate) occurred_at: Option<Moment>,
    /// Why it is recorded late, where the lag asks for a reason.
    #[serde(default)]
    pub(crate) backdating_reason: Option<LateReason>,
    /// Whose act is recorded, when it is not the caller's own.
    #[serde(default)]
    pub(crate) on_behalf_of: Option<AssignmentId>,
}

impl Sent {
    /// What the caller wishes, or what is wrong with how it is said.
    pub(crate) fn wish(self, kind: CommandKind) -> Result<Wish, Problem> {
        self.query?;
        let key = key(&self.headers)?;
        let expected = expected(&self.headers)?;
        let body: CommandBody = body::object(&self.headers, self.bytes, COMMAND_BODY_BYTES_MAX)?;
        Ok(Wish {
            ledger: self.visitor.ledger,
            assignment: self.visitor.assignment.into(),
            kind,
            content: Value::Object(body.content),
            key,
            correlation: self.id.as_str().to_owned(),
            occurred_at: body.occurred_at.map(Moment::timestamp),
            backdating_reason: body.backdating_reason,
            on_behalf_of: body.on_behalf_of.map(String::from),
            expected,
        })
    }
}

impl FromRequest<Shared> for Sent {
    type Rejection = Problem;

    async fn from_request(request: Request, api: &Shared) -> Result<Self, Problem> {
        let (mut parts, content) = request.into_parts();
        let Caller(visitor) = Caller::from_request_parts(&mut parts, api).await?;
        let Ok(id) = RequestId::from_request_parts(&mut parts, api).await;
        let query = NoQuery::from_request_parts(&mut parts, api).await;
        let headers = parts.headers.clone();
        let request = Request::from_parts(parts, content);
        let bytes = Bytes::from_request(request, api).await;
        Ok(Self {
            visitor,
            id,
            query,
            headers,
            bytes,
        })
    }
}

/// The key that makes the command the same command.
fn key(headers: &HeaderMap) -> Result<String, Problem> {
    let key = headers
        .get(IDEMPOTENCY_KEY)
        .ok_or_else(|| Problem::of(Slug::NoKey))?;
    let key = key
        .to_str()
        .map_err(|error| Problem::malformed("Idempotency-Key", &error))?;
    if key.is_empty() {
        Err(Problem::of(Slug::NoKey))
    } else {
        Ok(key.to_owned())
    }
}

/// The stream that must still be at the version that the caller saw.
fn expected(headers: &HeaderMap) -> Result<Option<Condition>, Problem> {
    let Some(value) = headers.get(header::IF_MATCH) else {
        return Ok(None);
    };
    let condition = value.to_str().ok().and_then(parse_tag);
    let wrong = || Problem::malformed("If-Match", "expected \"<stream>@<version>\", in quotes");
    condition.map(Some).ok_or_else(wrong)
}

/// What the pattern of the header in the document lets through.
fn parse_tag(text: &str) -> Option<Condition> {
    let tag = text.trim().strip_prefix('"')?.strip_suffix('"')?;
    let (stream, version) = tag.rsplit_once('@')?;
    let stream = StreamName::parse(stream).ok()?;
    let is_short = stream.kind().len() <= TAG_KIND_CHARS_MAX
        && stream.key().len() <= TAG_KEY_CHARS_MAX
        && version.len() <= TAG_VERSION_DIGITS_MAX;
    // Rust reads `+3` as a number, too.
    let is_plain = version.bytes().all(|byte| byte.is_ascii_digit());
    let version = version.parse().ok().filter(|_| is_short && is_plain)?;
    Some(Condition {
        stream,
        version: Version(version),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_names_stream_and_version() {
        let condition = parse_tag("\"nomination/HQ-CCHC-2024-0007@3\"").unwrap();
        assert_eq!(condition.stream.as_str(), "nomination/HQ-CCHC-2024-0007");
        assert_eq!(condition.version, Version(3));
        for wrong in [
            "*",
            "nomination/x@3",
            "\"nomination/x\"",
            "W/\"nomination/x@3\"",
            "\"x@3\"",
            "\"nomination/x@+3\"",
            "\"nomination/x@1000000000000000000\"",
        ] {
            assert!(parse_tag(wrong).is_none(), "{wrong}");
        }
    }
}
