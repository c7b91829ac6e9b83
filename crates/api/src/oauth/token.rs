//! `POST /oauth/token`. Source: RFC 6749, section 4.4; RFC 7523, section 2.2.

use axum::{
    Form, Json,
    extract::{DefaultBodyLimit, State, rejection::FormRejection},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::post,
};
use metrics::counter;
use schemars::JsonSchema;
use serde::Serialize;
use tracing::{Span, info};

use super::refused::{OauthError, OauthRefusal};
use crate::{
    door::Purpose,
    limits::GRANT_BODY_BYTES_MAX,
    names::AUTH_FAILURES,
    operation::{Answer, Body, Operation, Tag, Verb, members_of},
    parts::{Api, Shared},
    problem::{Problem, unavailable},
};
use khen_accounts::{Asked, AssertionFault, GrantError, Granted, ProvenClient, TOKEN_PATH};
use khen_eventlog::OfficeError;
use khen_texts::Problem as Slug;

const FORM: &str = "application/x-www-form-urlencoded";
pub(super) const GRANT_TYPE: &str = "client_credentials";
const ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

pub(crate) fn operation() -> Operation {
    Operation {
        verb: Verb::Post,
        tag: Tag::Export,
        needs_token: false,
        body: Some(Body {
            media_types: &[FORM],
            schema: Some(members_of::<TokenForm>()),
        }),
        answers: vec![
            Answer::json::<TokenAnswer>(StatusCode::OK, "A token."),
            Answer::json::<OauthRefusal>(
                StatusCode::BAD_REQUEST,
                "No token: `invalid_request`, `invalid_scope`, `unsupported_grant_type`.",
            ),
            Answer::json::<OauthRefusal>(
                StatusCode::UNAUTHORIZED,
                "No token: `invalid_client`, with what is wrong with the assertion.",
            ),
        ],
        problems: &[
            Slug::TooLarge,
            Slug::RateLimited,
            Slug::ReadOnly,
            Slug::Unavailable,
            Slug::Internal,
        ],
        ..Operation::question(
            "ask_for_access_token",
            TOKEN_PATH,
            "Grants a client an access token for what it has signed; other members are passed over.",
            post(ask).layer(DefaultBodyLimit::max(GRANT_BODY_BYTES_MAX)),
        )
    }
}

/// How a token is asked for.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "the document shows what `Fields` reads")]
struct TokenForm {
    /// Always `client_credentials`.
    #[schemars(extend("const" = GRANT_TYPE))]
    grant_type: String,
    /// Always that of a JWT.
    #[schemars(extend("const" = ASSERTION_TYPE))]
    client_assertion_type: String,
    /// A JWT, signed with a key of the client as `EdDSA` or `ES256`: `iss` and `sub` are the client's id,
    /// `aud` is the issuer or this address, `exp` is at most five minutes ahead, `jti` is never the same.
    client_assertion: String,
    /// The client's id; the assertion tells it as well.
    client_id: Option<String>,
    /// What the token is to be good for; all that the client may ask for unless said.
    #[schemars(extend("pattern" = "^export\\.(read|blobs|ack)( export\\.(read|blobs|ack))*$"))]
    scope: Option<String>,
}

/// A token. Source: RFC 6749, section 5.1.
#[derive(Debug, Serialize, JsonSchema)]
struct TokenAnswer {
    /// What to send as `Authorization: Bearer …`.
    access_token: String,
    /// Always `Bearer`.
    token_type: &'static str,
    /// Seconds until it ends; there is no way to renew it but to ask again.
    expires_in: i64,
    /// What it is good for.
    scope: String,
}

/// Why there is no token.
enum NoToken {
    Refused(OauthRefusal),
    Problem(Problem),
}

async fn ask(
    State(api): State<Shared>,
    form: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Result<Response, NoToken> {
    let Form(pairs) = form.map_err(|rejection| unread(&rejection))?;
    let fields = Fields(&pairs);
    let asked = fields.asked()?;
    let scope = fields.one("scope")?;
    let client = proven(&api, asked).await?;
    let client_id = client.id().to_owned();
    Span::current().record("token.id", &client_id);
    api.rates.take(&client_id, Purpose::Grant)?;
    let granted = api.parts.access.grant(client, scope).await;
    let Granted { token, kept } = granted.map_err(|error| refused(&api, error))?;
    info!(scope = kept.scopes, "granted an access token");
    let answer = TokenAnswer {
        access_token: token.reveal().to_owned(),
        token_type: "Bearer",
        expires_in: (kept.expires_at.as_second() - kept.issued_at.as_second()).max(0),
        scope: kept.scopes,
    };
    let headers = [
        (header::CACHE_CONTROL, "no-store"),
        (header::PRAGMA, "no-cache"),
    ];
    Ok((headers, Json(answer)).into_response())
}

/// The client that the assertion proves. Failures are counted, but never stand in the way of who has
/// the key: nobody locks a client out by failing in its name.
async fn proven(api: &Api, asked: Asked<'_>) -> Result<ProvenClient, NoToken> {
    let proven = api.parts.access.prove(asked).await;
    proven.map_err(|error| refused(api, error))
}

fn refused(api: &Api, error: GrantError) -> NoToken {
    match error {
        GrantError::Client { known, fault } => {
            counter!(AUTH_FAILURES, "reason" => fault.as_str()).increment(1);
            info!(fault = fault.as_str(), "an assertion does not hold");
            // Names that nobody has are counted as one, or they would push out the counts of others.
            let counted = known.unwrap_or_default();
            match api.rates.take(&counted, Purpose::Failure) {
                Ok(_) => OauthRefusal::new(OauthError::InvalidClient, fault.to_string()).into(),
                Err(problem) => problem.into(),
            }
        }
        GrantError::Scope { .. } => {
            OauthRefusal::new(OauthError::InvalidScope, error.to_string()).into()
        }
        // What is granted is written down, and so is what is used for it: a standby can do neither.
        GrantError::Unavailable(source @ OfficeError::ReadOnly(_)) => Problem::from(source).into(),
        GrantError::Unavailable(_) => unavailable(&error).into(),
    }
}

/// A form that cannot be read.
fn unread(rejection: &FormRejection) -> NoToken {
    if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
        return Problem::too_large(GRANT_BODY_BYTES_MAX).into();
    }
    invalid(format!("the body must be a form, {FORM}"))
}

fn invalid(description: String) -> NoToken {
    OauthRefusal::new(OauthError::InvalidRequest, description).into()
}

/// The members of the form. Source: RFC 6749, section 3.2: unknown ones are passed over, none comes
/// twice, and one without a value is not there.
struct Fields<'a>(&'a [(String, String)]);

impl<'a> Fields<'a> {
    fn asked(&self) -> Result<Asked<'a>, NoToken> {
        let grant_type = self.one("grant_type")?;
        let grant_type = grant_type.ok_or_else(|| invalid("grant_type is missing".to_owned()))?;
        if grant_type != GRANT_TYPE {
            let description = format!("grant_type must be {GRANT_TYPE}");
            return Err(OauthRefusal::new(OauthError::UnsupportedGrantType, description).into());
        }
        let kind = self.one("client_assertion_type")?;
        let assertion = self.one("client_assertion")?;
        let client_id = self.one("client_id")?;
        if let (Some(ASSERTION_TYPE), Some(assertion)) = (kind, assertion) {
            return Ok(Asked {
                assertion,
                client_id,
            });
        }
        let reason = AssertionFault::Malformed.as_str();
        counter!(AUTH_FAILURES, "reason" => reason).increment(1);
        let description = format!(
            "a client proves who it is by client_assertion with client_assertion_type \
             {ASSERTION_TYPE}, and in no other way"
        );
        Err(OauthRefusal::new(OauthError::InvalidClient, description).into())
    }

    fn one(&self, name: &str) -> Result<Option<&'a str>, NoToken> {
        let mut found = self.0.iter().filter(|(given, _)| given == name);
        let first = found.next().map(|(_, value)| value.as_str());
        if found.next().is_some() {
            return Err(invalid(format!("{name} stands there twice")));
        }
        Ok(first.filter(|value| !value.is_empty()))
    }
}

impl From<OauthRefusal> for NoToken {
    fn from(refusal: OauthRefusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Problem> for NoToken {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl IntoResponse for NoToken {
    fn into_response(self) -> Response {
        match self {
            Self::Refused(refusal) => refusal.into_response(),
            Self::Problem(problem) => problem.into_response(),
        }
    }
}
