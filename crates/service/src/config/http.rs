//! `[http]`

use std::net::{Ipv4Addr, SocketAddr};

use serde::{Deserialize, Serialize};

/// The two listeners.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct HttpConfig {
    /// Public address. `KHEN_HTTP__LISTEN`, default `127.0.0.1:8080`; port 0 takes a free one.
    pub(crate) listen: SocketAddr,
    /// Internal address: health and metrics. `KHEN_HTTP__INTERNAL_LISTEN`, default
    /// `127.0.0.1:9090`; port 0 takes a free one.
    pub(crate) internal_listen: SocketAddr,
}

impl Default for HttpConfig {
    fn default() -> Self {
        Self {
            listen: (Ipv4Addr::LOCALHOST, 8080).into(),
            internal_listen: (Ipv4Addr::LOCALHOST, 9090).into(),
        }
    }
}
