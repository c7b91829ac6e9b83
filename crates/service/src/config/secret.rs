//! Values that are told to nobody.

use std::{fmt, fs, path::Path};

use anyhow::Context as _;
use serde::{Deserialize, Serialize, Serializer};

/// What stands in place of a secret wherever it would be shown.
const MASK: &str = "********";

/// A text with a password in it: shown nowhere.
#[derive(Clone, PartialEq, Eq, Deserialize)]
pub(crate) struct Secret(String);

impl Secret {
    /// The secret in `file`, without the blanks around it, or else the one that was given.
    pub(crate) fn read(
        file: Option<&Path>,
        given: Option<&Self>,
    ) -> anyhow::Result<Option<String>> {
        let Some(file) = file else {
            return Ok(given.map(|secret| secret.0.clone()));
        };
        let text = fs::read_to_string(file);
        let text = text.with_context(|| format!("could not read {}", file.display()))?;
        Ok(Some(text.trim().to_owned()))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(MASK)
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(MASK)
    }
}
