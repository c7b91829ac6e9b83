//! How programs of other institutions get access tokens: OAuth 2.0 client credentials.

pub(crate) mod metadata;
mod refused;
pub(crate) mod token;
