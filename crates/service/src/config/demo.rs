//! `[demo]`

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// What is only for made-up offices.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct DemoConfig {
    /// A file from which all processes of a played season take the time. `KHEN_DEMO__CLOCK_FILE`,
    /// default none: the machine's clock. Refused where the data folder is not a demo's.
    pub(crate) clock_file: Option<PathBuf>,
}
