//! What a paper states, brought as JSON: who signed it, and its figures.

use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::Args;
use serde::Deserialize;
use serde_json::Value;

use crate::client::Stop;
use khen_domain::{AssignmentId, minutes::Stated};
use khen_texts::Line;

/// The figures of a paper, beside the paper.
#[derive(Debug, Args)]
pub(super) struct Figures {
    /// What the paper states, as JSON: the assignments `chair` and `secretary`, and `stated` with
    /// `present`, `total` and `items`
    #[arg(long, value_name = "FILE")]
    states: PathBuf,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Paper {
    chair: AssignmentId,
    secretary: AssignmentId,
    stated: Stated,
}

impl Figures {
    /// Puts what the paper states into the content of a command.
    pub(super) fn add_to(&self, content: &mut Value) -> Result<(), Stop> {
        let paper = read(&self.states)?;
        content["chair"] = serde_json::json!(paper.chair);
        content["secretary"] = serde_json::json!(paper.secretary);
        content["stated"] = serde_json::json!(paper.stated);
        Ok(())
    }
}

fn read(file: &Path) -> Result<Paper, Stop> {
    let unreadable = |reason: String| {
        let file = file.display().to_string();
        Stop::here(Line::Unreadable, [("file", &file), ("reason", &reason)])
    };
    let text = fs::read_to_string(file).map_err(|error| unreadable(error.to_string()))?;
    serde_json::from_str(&text).map_err(|error| unreadable(error.to_string()))
}
