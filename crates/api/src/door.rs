//! Lets in whoever shows a token, as often as the token may be used.

mod rates;
mod reader;
mod waits;

use axum::{
    extract::FromRequestParts,
    http::{header, request::Parts},
};
use metrics::counter;
use tracing::Span;

use crate::{
    names::AUTH_FAILURES,
    parts::{Api, Shared},
    problem::Problem,
};
use khen_accounts::{AccountError, Visitor};
use khen_desk::SYSTEM;
use khen_texts::Problem as Slug;

pub(crate) use rates::{Left, Purpose, Rates};
pub(crate) use reader::{Case, Reader, Sight};
pub(crate) use waits::Waits;

/// Somebody with a token that holds.
#[derive(Debug, Clone)]
pub(crate) struct Caller(pub(crate) Visitor);

impl FromRequestParts<Shared> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Shared) -> Result<Self, Problem> {
        let visitor = recognise(parts, api).await?;
        let span = Span::current();
        span.record("ledger", visitor.ledger.as_str());
        span.record("token.id", &visitor.token_id);
        let actor = khen_desk::actor_hash(&visitor.ledger, visitor.assignment.as_str());
        span.record("actor.hash", actor);
        api.rates.take(&visitor.token_id, Purpose::Request)?;
        Ok(Self(visitor))
    }
}

async fn recognise(parts: &Parts, api: &Api) -> Result<Visitor, Problem> {
    let Some(token) = bearer(parts) else {
        counter!(AUTH_FAILURES, "reason" => "missing").increment(1);
        return Err(Problem::of(Slug::Unauthenticated));
    };
    match api.parts.accounts.authenticate(token).await {
        // The program itself never comes through this door, whatever the office has kept.
        Ok(visitor) if visitor.assignment.as_str() != SYSTEM => Ok(visitor),
        Ok(_) => {
            counter!(AUTH_FAILURES, "reason" => "system").increment(1);
            Err(Problem::of(Slug::Unauthenticated))
        }
        Err(error) => {
            counter!(AUTH_FAILURES, "reason" => reason(&error)).increment(1);
            Err(error.into())
        }
    }
}

fn bearer(parts: &Parts) -> Option<&str> {
    let text = parts.headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = text.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

fn reason(error: &AccountError) -> &'static str {
    match error {
        AccountError::Malformed => "malformed",
        AccountError::Unknown => "unknown",
        AccountError::Expired => "expired",
        AccountError::Revoked => "revoked",
        AccountError::Unavailable(_) => "unavailable",
    }
}
