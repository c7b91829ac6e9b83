//! What went wrong, before it has words.
//!
//! A handler answers with a [`Problem`]; the layer [`crate::layers`] gives it words in the reader's
//! language and the id of the request, because only there both are known.

mod desk;
mod json;
mod outside;
mod words;

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::{
    door::Left,
    limits::{READ_ONLY_RETRY_AFTER_SECONDS, RETRY_AFTER_SECONDS, ROWS_RETRY_AFTER_SECONDS},
};
use khen_accounts::Scope;
use khen_domain::Refusal;
use khen_texts::Problem as Slug;

pub(crate) use outside::{unavailable, unworded};
pub(crate) use words::{ProblemAnswer, worded};

/// Why a request was not answered as asked.
#[derive(Debug, Clone)]
pub(crate) struct Problem {
    kind: Kind,
    status: StatusCode,
    facts: Map<String, Value>,
    errors: Vec<Complaint>,
    retry_after_seconds: Option<u64>,
    used_up: Option<Left>,
    /// How to come again with a better token (RFC 6750); of 401 there always is one.
    challenge: Option<Challenge>,
}

/// What is wrong with a token. Source: RFC 6750, section 3.1.
#[derive(Debug, Clone, Copy)]
enum Challenge {
    /// It does not hold.
    Invalid,
    /// It is not good for this.
    Lacks(Scope),
}

/// Who is not let in is told how to be.
const CHALLENGE: &str = "Bearer realm=\"khen\"";

#[derive(Debug, Clone)]
enum Kind {
    /// The request failed before a rule was asked.
    Transport(Slug),
    /// A rule stands against it.
    Refused(Box<Refusal>),
}

/// What is wrong with one part of a request, for the programmer who wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub(crate) struct Complaint {
    /// Header, parameter or member.
    pub(crate) place: String,
    /// What is wrong with it, in English.
    pub(crate) detail: String,
}

impl Problem {
    /// A problem of transport, with the status that belongs to it.
    pub(crate) fn of(slug: Slug) -> Self {
        let problem = Self::new(Kind::Transport(slug), status_of(slug));
        let seconds = retry_after_of(slug);
        Self {
            retry_after_seconds: seconds,
            ..problem
        }
    }

    /// A request that cannot be read, and where.
    pub(crate) fn malformed(place: impl Into<String>, detail: &(impl ToString + ?Sized)) -> Self {
        let complaint = Complaint {
            place: place.into(),
            detail: detail.to_string(),
        };
        let mut problem = Self::of(Slug::Malformed);
        problem.errors.push(complaint);
        problem
    }

    /// Parameters that are missing or have another form.
    pub(crate) fn invalid(complaints: impl IntoIterator<Item = Complaint>) -> Self {
        let mut problem = Self::of(Slug::InvalidParameter);
        problem.errors.extend(complaints);
        problem
    }

    /// A body beyond its limit.
    pub(crate) fn too_large(max_bytes: usize) -> Self {
        Self::of(Slug::TooLarge).with_fact("max_bytes", max_bytes)
    }

    /// A body of a type that is none of the accepted ones.
    pub(crate) fn unsupported(accepted: &[&str]) -> Self {
        Self::of(Slug::UnsupportedMediaType).with_fact("accepted", accepted)
    }

    fn new(kind: Kind, status: StatusCode) -> Self {
        let (facts, errors) = (Map::new(), Vec::new());
        Self {
            kind,
            status,
            facts,
            errors,
            retry_after_seconds: None,
            used_up: None,
            challenge: None,
        }
    }

    /// A token that does not hold.
    pub(crate) fn invalid_token() -> Self {
        Self {
            challenge: Some(Challenge::Invalid),
            ..Self::of(Slug::Unauthenticated)
        }
    }

    /// A token that is not good for this.
    pub(crate) fn insufficient_scope(scope: Scope) -> Self {
        Self {
            challenge: Some(Challenge::Lacks(scope)),
            ..Self::of(Slug::Forbidden).with_fact("required_scope", scope.as_str())
        }
    }

    /// The same problem with a status of its own.
    pub(crate) fn with_status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// The same problem with one more fact.
    pub(crate) fn with_fact(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.facts.insert(name.to_owned(), value.into());
        self
    }

    /// The same problem, with how long to wait before asking again.
    pub(crate) fn retry_after(mut self, seconds: u64) -> Self {
        self.retry_after_seconds = Some(seconds);
        self
    }

    /// The same problem, because nothing is left of an allowance until its next window.
    pub(crate) fn used_up(mut self, left: Left) -> Self {
        self.used_up = Some(left);
        self.retry_after(left.reset_seconds)
            .with_fact("retry_after", left.reset_seconds)
    }

    /// The stable code: that of the refusal, or the slug.
    pub(crate) fn code(&self) -> &'static str {
        match &self.kind {
            Kind::Transport(slug) => slug.as_str(),
            Kind::Refused(refusal) => refusal.code(),
        }
    }
}

/// Seconds to wait before asking again, where waiting helps.
fn retry_after_of(slug: Slug) -> Option<u64> {
    match slug {
        Slug::Unavailable | Slug::NotSealed => Some(RETRY_AFTER_SECONDS),
        Slug::ReadOnly => Some(READ_ONLY_RETRY_AFTER_SECONDS),
        Slug::RowsBehind => Some(ROWS_RETRY_AFTER_SECONDS),
        Slug::Malformed
        | Slug::InvalidParameter
        | Slug::NotAcceptable
        | Slug::NoKey
        | Slug::Unauthenticated
        | Slug::Forbidden
        | Slug::NotFound
        | Slug::Conflict
        | Slug::Stale
        | Slug::KeyReused
        | Slug::UnknownDocument
        | Slug::CursorAheadOfLog
        | Slug::ForeignConsumer
        | Slug::TooManyConsumers
        | Slug::ConsumerMoved
        | Slug::AckRegression
        | Slug::RootMismatch
        | Slug::ForeignCheckpoint
        | Slug::CheckpointForked
        | Slug::CheckpointAhead
        | Slug::IntegrityHalt
        | Slug::DocumentTruncated
        | Slug::DocumentTooLarge
        | Slug::DocumentMislabelled
        | Slug::DocumentRepeated
        | Slug::UnknownPerson
        | Slug::Erased
        | Slug::RateLimited
        | Slug::TooLarge
        | Slug::EvidenceTooLarge
        | Slug::UnsupportedMediaType
        | Slug::MethodNotAllowed
        | Slug::Internal => None,
    }
}

/// The status of a problem of transport.
pub(crate) fn status_of(slug: Slug) -> StatusCode {
    match slug {
        Slug::Malformed | Slug::InvalidParameter | Slug::NoKey | Slug::DocumentTruncated => {
            StatusCode::BAD_REQUEST
        }
        Slug::Unauthenticated => StatusCode::UNAUTHORIZED,
        Slug::Forbidden | Slug::ForeignConsumer => StatusCode::FORBIDDEN,
        Slug::NotFound => StatusCode::NOT_FOUND,
        Slug::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
        Slug::NotAcceptable => StatusCode::NOT_ACCEPTABLE,
        Slug::Conflict
        | Slug::CheckpointForked
        | Slug::CheckpointAhead
        | Slug::CursorAheadOfLog
        | Slug::AckRegression
        | Slug::TooManyConsumers
        | Slug::DocumentRepeated => StatusCode::CONFLICT,
        Slug::Stale | Slug::ConsumerMoved | Slug::RootMismatch => StatusCode::PRECONDITION_FAILED,
        Slug::TooLarge | Slug::DocumentTooLarge | Slug::EvidenceTooLarge => {
            StatusCode::PAYLOAD_TOO_LARGE
        }
        Slug::UnsupportedMediaType | Slug::DocumentMislabelled => {
            StatusCode::UNSUPPORTED_MEDIA_TYPE
        }
        Slug::KeyReused
        | Slug::ForeignCheckpoint
        | Slug::UnknownDocument
        | Slug::UnknownPerson
        | Slug::Erased => StatusCode::UNPROCESSABLE_ENTITY,
        Slug::RateLimited => StatusCode::TOO_MANY_REQUESTS,
        Slug::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        Slug::Unavailable
        | Slug::RowsBehind
        | Slug::IntegrityHalt
        | Slug::ReadOnly
        | Slug::NotSealed => StatusCode::SERVICE_UNAVAILABLE,
    }
}

impl IntoResponse for Problem {
    /// A response without words; the problem travels with it to where it gets them.
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        let headers = response.headers_mut();
        if let Some(seconds) = self.retry_after_seconds {
            headers.insert(header::RETRY_AFTER, seconds.into());
        }
        for (name, text) in self.used_up.into_iter().flat_map(Left::headers) {
            let value = HeaderValue::try_from(text);
            headers.insert(name, value.expect("names and numbers are visible ASCII"));
        }
        if self.status == StatusCode::UNAUTHORIZED || self.challenge.is_some() {
            let words = match self.challenge {
                None => CHALLENGE.to_owned(),
                Some(Challenge::Invalid) => format!("{CHALLENGE}, error=\"invalid_token\""),
                Some(Challenge::Lacks(scope)) => format!(
                    "{CHALLENGE}, error=\"insufficient_scope\", scope=\"{}\"",
                    scope.as_str()
                ),
            };
            let value = HeaderValue::try_from(words);
            let value = value.expect("schemes and names of scopes are visible ASCII");
            headers.insert(header::WWW_AUTHENTICATE, value);
        }
        response.extensions_mut().insert(self);
        response
    }
}
