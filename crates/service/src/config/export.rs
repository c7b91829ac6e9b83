//! `[export]`

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// What leaves the building for those who pull it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct ExportConfig {
    /// File of the key that signs pages and manifests: 32 random bytes in base64, made at the first start if
    /// it is missing. `KHEN_EXPORT__KEY_FILE`, default `secrets/export.key` in the data folder, which
    /// serving processes share.
    pub(crate) key_file: Option<PathBuf>,
}
