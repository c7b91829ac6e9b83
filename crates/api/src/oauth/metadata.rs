//! `GET /.well-known/oauth-authorization-server`. Source: RFC 8414, section 2.

use axum::{
    Json,
    extract::State,
    http::{HeaderName, StatusCode, header},
    routing::get,
};
use schemars::JsonSchema;
use serde::Serialize;

use super::token::GRANT_TYPE;
use crate::{
    names::AUTHORIZATION_SERVER,
    operation::{Answer, Operation, Tag},
    parts::Shared,
};
use khen_accounts::Scope;

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Export,
        needs_token: false,
        answers: vec![Answer::json::<MetadataAnswer>(
            StatusCode::OK,
            "Where and how tokens are asked for.",
        )],
        ..Operation::question(
            "get_authorization_server",
            AUTHORIZATION_SERVER,
            "Where and how clients ask for access tokens.",
            get(show),
        )
    }
}

/// Where and how tokens are asked for.
#[derive(Debug, Serialize, JsonSchema)]
struct MetadataAnswer {
    /// What this server is called: the audience of assertions.
    issuer: String,
    /// Where tokens are asked for.
    token_endpoint: String,
    /// Always `client_credentials`.
    grant_types_supported: [&'static str; 1],
    /// Always `private_key_jwt`.
    token_endpoint_auth_methods_supported: [&'static str; 1],
    /// What an assertion may be signed with; which of them, the registered key says.
    token_endpoint_auth_signing_alg_values_supported: [&'static str; 2],
    /// What a token may be good for.
    scopes_supported: Vec<&'static str>,
    /// None: nobody is sent here by a browser.
    response_types_supported: [&'static str; 0],
}

async fn show(
    State(api): State<Shared>,
) -> ([(HeaderName, &'static str); 1], Json<MetadataAnswer>) {
    let issuer = api.parts.access.issuer();
    let answer = MetadataAnswer {
        issuer: issuer.to_string(),
        token_endpoint: issuer.token_endpoint(),
        grant_types_supported: [GRANT_TYPE],
        token_endpoint_auth_methods_supported: ["private_key_jwt"],
        token_endpoint_auth_signing_alg_values_supported: ["EdDSA", "ES256"],
        scopes_supported: Scope::ALL.iter().map(|scope| scope.as_str()).collect(),
        response_types_supported: [],
    };
    (
        [(header::CACHE_CONTROL, "public, max-age=300")],
        Json(answer),
    )
}
