//! What the errors of other rooms are over HTTP. Each is logged here, once.

use std::error::Error;

use axum::{
    extract::rejection::{BytesRejection, PathRejection, QueryRejection},
    http::{StatusCode, header},
    response::Response,
};
use tracing::error;

use super::Problem;
use khen_accounts::AccountError;
use khen_eventlog::{OfficeError, ReadError};
use khen_history::HistoryError;
use khen_privacy::PrivacyError;
use khen_read_model::{PageError, QueryError};
use khen_texts::Problem as Slug;

/// Something that Khen needs gives no answer: logged with its causes, told without them.
pub(crate) fn unavailable(error: &dyn Error) -> Problem {
    error!(cause = chain(error), "a request could not be served");
    Problem::of(Slug::Unavailable)
}

fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text = format!("{text}: {cause}");
        source = cause.source();
    }
    text
}

/// The problem of a response that some layer made without saying why. An answer in JSON says it.
pub(crate) fn unworded(response: &Response) -> Option<Problem> {
    let kind = response.headers().get(header::CONTENT_TYPE);
    if kind.is_some_and(|kind| kind == "application/json") {
        return None;
    }
    let status = response.status();
    let slug = match status {
        StatusCode::NOT_FOUND => Slug::NotFound,
        StatusCode::METHOD_NOT_ALLOWED => Slug::MethodNotAllowed,
        StatusCode::PAYLOAD_TOO_LARGE => Slug::TooLarge,
        StatusCode::UNSUPPORTED_MEDIA_TYPE => Slug::UnsupportedMediaType,
        _ if status.is_client_error() => Slug::Malformed,
        _ if status.is_server_error() => Slug::Internal,
        _ => return None,
    };
    Some(Problem::of(slug).with_status(status))
}

impl From<AccountError> for Problem {
    fn from(error: AccountError) -> Self {
        match error {
            AccountError::Malformed
            | AccountError::Unknown
            | AccountError::Expired
            | AccountError::Revoked => Self::invalid_token(),
            AccountError::Unavailable(_) => unavailable(&error),
        }
    }
}

impl From<ReadError> for Problem {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::NoLedger { ledger } => {
                Self::of(Slug::NotFound).with_fact("ledger", ledger.as_str())
            }
            ReadError::Corrupt { .. } | ReadError::Unavailable(_) => unavailable(&error),
        }
    }
}

impl From<HistoryError> for Problem {
    fn from(error: HistoryError) -> Self {
        match error {
            HistoryError::NoLedger { ledger } => {
                Self::of(Slug::NotFound).with_fact("ledger", ledger.as_str())
            }
            HistoryError::TooMuch { max } => {
                Self::of(Slug::EvidenceTooLarge).with_fact("max_events", max)
            }
            HistoryError::Events(_)
            | HistoryError::NotUnderstood(_)
            | HistoryError::Personal(_) => unavailable(&error),
        }
    }
}

impl From<OfficeError> for Problem {
    fn from(error: OfficeError) -> Self {
        match error {
            OfficeError::ReadOnly(_) => Self::read_only(None),
            OfficeError::Corrupt { .. } | OfficeError::Unavailable(_) => unavailable(&error),
        }
    }
}

impl From<QueryError> for Problem {
    fn from(error: QueryError) -> Self {
        unavailable(&error)
    }
}

impl From<PrivacyError> for Problem {
    fn from(error: PrivacyError) -> Self {
        match error {
            PrivacyError::Destroyed => Self::of(Slug::Erased),
            PrivacyError::TooLong { max, .. } => Self::too_large(max),
            PrivacyError::Office(error) => error.into(),
            PrivacyError::NoKey
            | PrivacyError::WrongMasterKey
            | PrivacyError::Closed
            | PrivacyError::FileMissing
            | PrivacyError::Blobs(_) => unavailable(&error),
        }
    }
}

impl From<PageError> for Problem {
    fn from(error: PageError) -> Self {
        let place = match error {
            PageError::Size { .. } => "limit",
            PageError::After => "after",
        };
        Self::malformed(place, &error)
    }
}

impl From<QueryRejection> for Problem {
    fn from(rejection: QueryRejection) -> Self {
        Self::malformed("query", &rejection.body_text())
    }
}

impl From<PathRejection> for Problem {
    /// A path that does not parse names nothing.
    fn from(_: PathRejection) -> Self {
        Self::of(Slug::NotFound)
    }
}

impl Problem {
    /// A body that did not come in whole; it may have `max_bytes`.
    pub(crate) fn not_received(rejection: &BytesRejection, max_bytes: usize) -> Self {
        if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
            Self::too_large(max_bytes)
        } else {
            Self::malformed("body", &rejection.body_text())
        }
    }
}
