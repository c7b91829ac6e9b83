//! Papers that lie on this machine.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use serde::Serialize;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::{Client, Stop};
use khen_domain::{DocumentKind, NominationId};
use khen_texts::Line;

/// Endings of file names, and what the bytes behind them must be. The server looks at the bytes.
const MEDIA_TYPES: [(&str, &str); 6] = [
    ("pdf", "application/pdf"),
    (
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    (
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
];

/// Under whose key a paper is kept.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Owner<'a> {
    /// The nominee's: papers about one case.
    Nomination(&'a NominationId),
    /// The authority's: letters, minutes, decisions.
    Authority,
}

/// How a command names a paper that the server keeps, by the part that it plays there.
pub(crate) fn document(kept: &Value, kind: impl Serialize) -> Value {
    json!({
        "sha256": kept["sha256"],
        "media_type": kept["media_type"],
        "size": kept["size"],
        "kind": kind,
    })
}

/// A paper, read.
pub(crate) struct Paper {
    file: PathBuf,
    bytes: Vec<u8>,
}

impl Paper {
    pub(crate) fn read(file: &Path) -> Result<Self, Stop> {
        let bytes = fs::read(file).map_err(|error| unreadable(file, &error))?;
        let file = file.to_owned();
        Ok(Self { file, bytes })
    }

    /// What a command names these bytes by: people act on what lies before them.
    pub(crate) fn sha256(&self) -> String {
        hex::encode(Sha256::digest(&self.bytes))
    }

    /// Brings it to the server; answers the document that a command names.
    pub(crate) async fn bring(
        self,
        client: &Client,
        owner: Owner<'_>,
        kind: DocumentKind,
    ) -> Result<Value, Stop> {
        let media_type = self.media_type()?;
        let owner = match owner {
            Owner::Nomination(nomination) => format!("nomination:{nomination}"),
            Owner::Authority => "authority".to_owned(),
        };
        let kept = client.upload(&owner, media_type, self.bytes).await;
        let kept = kept.map_err(|stop| stop.about(&self.file))?;
        Ok(document(&kept, kind))
    }

    fn media_type(&self) -> Result<&'static str, Stop> {
        let ending = self.file.extension().and_then(|ending| ending.to_str());
        let ending = ending.unwrap_or_default().to_lowercase();
        let known = MEDIA_TYPES.iter().find(|(known, _)| *known == ending);
        known.map(|(_, media_type)| *media_type).ok_or_else(|| {
            let accepted = MEDIA_TYPES.map(|(ending, _)| ending).join(", ");
            let file = self.file.display().to_string();
            Stop::here(
                Line::UnknownFile,
                [("file", &file), ("accepted", &accepted)],
            )
        })
    }
}

/// A file that cannot be written.
pub(crate) fn unwritable(file: &Path, error: &io::Error) -> Stop {
    let (file, reason) = (file.display().to_string(), error.to_string());
    Stop::here(Line::Unwritable, [("file", &file), ("reason", &reason)])
}

/// A file that cannot be read.
pub(crate) fn unreadable(file: &Path, error: &io::Error) -> Stop {
    let (file, reason) = (file.display().to_string(), error.to_string());
    Stop::here(Line::Unreadable, [("file", &file), ("reason", &reason)])
}
