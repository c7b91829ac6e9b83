//! `[oauth]`

use anyhow::Context as _;
use serde::{Deserialize, Serialize};

use khen_accounts::Issuer;

/// How programs of other institutions get access tokens.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct OauthConfig {
    /// What those programs call this server, and sign that they mean: the address at which they know it, such
    /// as `https://khen.example`; the same for all processes. `KHEN_OAUTH__ISSUER`, default `http://` and the
    /// public address.
    pub(crate) issuer: Option<String>,
}

impl OauthConfig {
    /// The issuer, of a server that listens there.
    ///
    /// # Errors
    /// Says what an issuer looks like.
    pub(crate) fn issuer(&self, listens: std::net::SocketAddr) -> anyhow::Result<Issuer> {
        let usual = || format!("http://{listens}");
        let text = self.issuer.clone().unwrap_or_else(usual);
        Issuer::parse(&text).with_context(|| format!("oauth.issuer: {text}"))
    }
}
