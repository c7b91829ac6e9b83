//! `[database]`

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::secret::Secret;

/// A Postgres database for several processes, in place of the files of one folder.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct DatabaseConfig {
    /// `postgres://role:password@host/khen`. `KHEN_DATABASE__URL`, default none: the office lies in
    /// its folder.
    pub(crate) url: Option<Secret>,
    /// File with the URL. `KHEN_DATABASE__URL_FILE`.
    pub(crate) url_file: Option<PathBuf>,
    /// Certificate (PEM) of the authority that signed the server's; with it every connection is
    /// encrypted and checked. `KHEN_DATABASE__CA_FILE`.
    pub(crate) ca_file: Option<PathBuf>,
    /// Connections of one process for reads, and as many again for rows. `KHEN_DATABASE__POOL_SIZE`,
    /// default 8.
    pub(crate) pool_size: Option<usize>,
}

impl DatabaseConfig {
    /// Where the database is, if there is one.
    pub(crate) fn url(&self) -> anyhow::Result<Option<String>> {
        Secret::read(self.url_file.as_deref(), self.url.as_ref())
    }
}
