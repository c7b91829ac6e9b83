//! `[seal]`

use std::path::PathBuf;

use anyhow::Context as _;
use serde::{Deserialize, Serialize};

use khen_audit::VerifierKey;

/// The transparency logs of the ledgers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct SealConfig {
    /// File of the key that signs the logs: 32 random bytes in base64. In a folder it is made at the
    /// first start if it is missing, in a database by `khen migrate`. `KHEN_SEAL__KEY_FILE`, default
    /// `secrets/log.key` in the data folder. Back it up apart from the data.
    pub(crate) key_file: Option<PathBuf>,
    /// File of the key that signed before, which signs as well while others learn the present one.
    /// `KHEN_SEAL__PREVIOUS_KEY_FILE`, default none.
    pub(crate) previous_key_file: Option<PathBuf>,
    /// Folder in which the signer keeps what it has signed, on another disk than the ledgers: there it is
    /// noticed that they were turned back. `KHEN_SEAL__STATE`, default `seal` in the data folder.
    pub(crate) state: Option<PathBuf>,
    /// What the names of logs begin with, for example `khen.example`. `KHEN_SEAL__HOST`, default the host
    /// in the source of each ledger.
    pub(crate) host: Option<String>,
    /// `[[seal.witness]]`: who is asked to cosign, default nobody.
    pub(crate) witness: Vec<WitnessConfig>,
}

/// A witness that is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WitnessConfig {
    /// Where it is: requests go to `/add-checkpoint` below it.
    pub(crate) url: String,
    /// Its verifier key, as it told it: `name+id+key`.
    pub(crate) vkey: String,
}

impl WitnessConfig {
    /// Its verifier key, read.
    ///
    /// # Errors
    /// Names the line that is no key.
    pub(crate) fn key(&self) -> anyhow::Result<VerifierKey> {
        let key = VerifierKey::parse(&self.vkey);
        key.with_context(|| format!("seal.witness: {}", self.vkey))
    }
}
