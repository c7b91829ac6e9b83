//! The list of what must be kept.

use anyhow::Context;
use serde::Deserialize;

use crate::workspace::Workspace;

/// Where the list lies.
pub(super) const PATH: &str = "crates/domain/trace.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    #[serde(rename = "chapter")]
    chapters: Vec<Chapter>,
}

/// Items of one kind.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Chapter {
    /// Its heading.
    pub(super) title: String,
    /// Its items, in order.
    pub(super) items: Vec<Item>,
}

/// One sentence of the plan, one invariant or one edge case.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Item {
    /// What docs call it.
    pub(super) id: String,
    /// What it asks for.
    pub(super) says: String,
    /// Rules that no doc ties to it, as `path#name`.
    #[serde(default)]
    pub(super) rules: Vec<String>,
    /// Tests that no doc ties to it, as `path#name`.
    #[serde(default)]
    pub(super) tests: Vec<String>,
    /// Why there is no rule or no test here.
    pub(super) elsewhere: Option<String>,
    /// What is still to be built. It may not stand beside a rule and a test.
    pub(super) open: Option<String>,
}

pub(super) fn read(workspace: &Workspace) -> anyhow::Result<Vec<Chapter>> {
    let file = workspace.file(PATH);
    let text = &file.with_context(|| format!("{PATH} is missing"))?.text;
    let list: List = toml::from_str(text).with_context(|| format!("{PATH} cannot be read"))?;
    Ok(list.chapters)
}
