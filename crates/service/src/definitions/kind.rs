//! The kinds of definition.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::{Fault, Source};

/// The first thing that a definition says about itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// An issuing authority, its units, calendar and legal parameters.
    Authority,
    /// People and their assignments.
    People,
    /// A campaign and its plan.
    Campaign,
}

/// A definition, read only as far as its kind.
#[derive(Deserialize)]
struct Head {
    kind: Spanned<Kind>,
}

/// The kind that `source` says, and where it says so.
pub(super) fn kind_of(source: Source<'_>) -> Result<Spanned<Kind>, Fault> {
    source.parse::<Head>().map(|head| head.kind)
}
