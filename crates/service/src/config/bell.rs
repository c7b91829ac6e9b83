//! `[bell]`

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::secret::Secret;

/// The doorbell between processes. Without one they look at the ledgers once in a poll interval.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct BellConfig {
    /// `nats://user:password@host:4222`, several with commas. `KHEN_BELL__NATS_URL`.
    pub(crate) nats_url: Option<Secret>,
    /// File with the URL. `KHEN_BELL__NATS_URL_FILE`.
    pub(crate) nats_url_file: Option<PathBuf>,
    /// A `.creds` file, or one with the seed of an nkey. `KHEN_BELL__CREDENTIALS_FILE`.
    pub(crate) credentials_file: Option<PathBuf>,
}

impl BellConfig {
    /// Where the server is, if there is one.
    pub(crate) fn url(&self) -> anyhow::Result<Option<String>> {
        Secret::read(self.nats_url_file.as_deref(), self.nats_url.as_ref())
    }
}
