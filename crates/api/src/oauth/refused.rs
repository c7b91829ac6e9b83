//! Why no token is granted, in the words of OAuth. Source: RFC 6749, section 5.2.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use schemars::JsonSchema;
use serde::Serialize;

/// Why no token is granted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct OauthRefusal {
    /// The kind, for programs.
    pub(super) error: OauthError,
    /// What is wrong, for programmers: English, as the standard allows ASCII only.
    pub(super) error_description: String,
}

/// The kinds that are used here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum OauthError {
    InvalidRequest,
    InvalidClient,
    InvalidScope,
    UnsupportedGrantType,
}

impl OauthRefusal {
    pub(super) fn new(error: OauthError, description: impl Into<String>) -> Self {
        Self {
            error,
            error_description: description.into(),
        }
    }
}

impl IntoResponse for OauthRefusal {
    fn into_response(self) -> Response {
        let is_stranger = self.error == OauthError::InvalidClient;
        let status = if is_stranger {
            StatusCode::UNAUTHORIZED
        } else {
            StatusCode::BAD_REQUEST
        };
        let mut response = (status, Json(self)).into_response();
        if is_stranger {
            // HTTP wants a scheme with every 401; ours stands in the form.
            let scheme = HeaderValue::from_static("Bearer realm=\"khen\"");
            response
                .headers_mut()
                .insert(header::WWW_AUTHENTICATE, scheme);
        }
        response
    }
}
