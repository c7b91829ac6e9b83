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
    operation::RequiredScope,
    parts::{Api, Shared},
    problem::Problem,
};
use khen_accounts::{AccountError, ClientVisitor, TokenKind, TokenText, Visitor};
use khen_desk::SYSTEM;
use khen_domain::AssignmentId;
use khen_texts::Problem as Slug;

pub(crate) use rates::{Left, Purpose, Rates};
pub(crate) use reader::{Case, Reader, Sight};
pub(crate) use waits::Waits;

/// Somebody with a token that holds, who acts in one ledger.
#[derive(Debug, Clone)]
pub(crate) struct Caller(pub(crate) Visitor);

/// Somebody with a token that holds, and all ledgers that it opens: the same as several callers.
#[derive(Debug, Clone)]
pub(crate) struct Callers(pub(crate) Vec<Visitor>);

impl FromRequestParts<Shared> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Shared) -> Result<Self, Problem> {
        let visitor = match recognise(parts, api).await? {
            Guest::Holder(visitor) => visitor,
            Guest::Client(client) => of_client(client, parts)?,
        };
        let span = Span::current();
        span.record("ledger", visitor.ledger.as_str());
        span.record("token.id", &visitor.token_id);
        let actor = khen_desk::actor_hash(&visitor.ledger, visitor.assignment.as_str());
        span.record("actor.hash", actor);
        api.rates.take(&visitor.token_id, Purpose::Request)?;
        Ok(Self(visitor))
    }
}

impl FromRequestParts<Shared> for Callers {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Shared) -> Result<Self, Problem> {
        let (id, visitors) = match recognise(parts, api).await? {
            Guest::Holder(visitor) => (visitor.token_id.clone(), vec![visitor]),
            Guest::Client(client) => {
                must_be_good_for(&client, parts)?;
                (client.client_id.clone(), each_of(client).collect())
            }
        };
        Span::current().record("token.id", &id);
        api.rates.take(&id, Purpose::Request)?;
        Ok(Self(visitors))
    }
}

/// Who is recognised.
enum Guest {
    /// Of one assignment.
    Holder(Visitor),
    /// A client, with an assignment in each of its ledgers.
    Client(ClientVisitor),
}

/// The client in the ledger that the path names. Of any other it is told that there is none.
fn of_client(client: ClientVisitor, parts: &Parts) -> Result<Visitor, Problem> {
    must_be_good_for(&client, parts)?;
    let named = parts.uri.path().split('/').nth(LEDGER_SEGMENT);
    let mut all = each_of(client);
    let found = all.find(|visitor| Some(visitor.ledger.as_str()) == named);
    found.ok_or_else(|| Problem::of(Slug::NotFound))
}

/// Where a path of the export names the ledger: `/export/v1/{ledger}`.
const LEDGER_SEGMENT: usize = 3;

/// Passes a client whose token is good for this operation; none is good for what has no scope.
fn must_be_good_for(client: &ClientVisitor, parts: &Parts) -> Result<(), Problem> {
    match parts.extensions.get::<RequiredScope>() {
        Some(RequiredScope(scope)) if client.scopes.contains(*scope) => Ok(()),
        Some(RequiredScope(scope)) => Err(Problem::insufficient_scope(*scope)),
        None => Err(Problem::of(Slug::Forbidden)),
    }
}

/// A visitor for each ledger. They are one client: whatever is counted is counted together, for all of
/// its tokens.
fn each_of(client: ClientVisitor) -> impl Iterator<Item = Visitor> {
    let ClientVisitor {
        client_id, grants, ..
    } = client;
    grants.into_iter().map(move |(ledger, assignment)| Visitor {
        token_id: client_id.clone(),
        ledger,
        assignment,
    })
}

async fn recognise(parts: &Parts, api: &Api) -> Result<Guest, Problem> {
    let Some(text) = bearer(parts) else {
        counter!(AUTH_FAILURES, "reason" => "missing").increment(1);
        return Err(Problem::of(Slug::Unauthenticated));
    };
    match shown(text, api).await {
        // The program itself never comes through this door, whatever the office has kept.
        Ok(guest) if !guest.is_system() => Ok(guest),
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

async fn shown(text: &str, api: &Api) -> Result<Guest, AccountError> {
    let token = TokenText::parse(text).map_err(|_| AccountError::Malformed)?;
    match token.kind() {
        TokenKind::Standing => {
            let visitor = api.parts.accounts.recognise(&token).await?;
            Ok(Guest::Holder(visitor))
        }
        TokenKind::Access => {
            let client = api.parts.access.recognise(&token).await?;
            Ok(Guest::Client(client))
        }
    }
}

impl Guest {
    fn is_system(&self) -> bool {
        let is_system = |assignment: &AssignmentId| assignment.as_str() == SYSTEM;
        match self {
            Self::Holder(visitor) => is_system(&visitor.assignment),
            Self::Client(client) => client.grants.iter().any(|(_, one)| is_system(one)),
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
