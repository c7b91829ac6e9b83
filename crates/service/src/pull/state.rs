//! How far a mirror has come: written last, so that it never says more than the files hold.

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::Path,
};

use anyhow::Context as _;
use serde::{Deserialize, Serialize};

/// The file of the state.
const FILE: &str = "state.json";

/// How far a mirror has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct State {
    /// The ledger, by its slug.
    pub(super) ledger: String,
    /// Its source, once an event has told it.
    pub(super) source: Option<String>,
    /// How many events are kept: the cursor.
    pub(super) next: u64,
    /// How many bytes of the last file belong to them; what stands behind was never finished.
    pub(super) tail_bytes: u64,
    /// The root of the Merkle tree of their leaves, in base64, to compare with a checkpoint.
    pub(super) root: String,
}

impl State {
    /// The state in this folder; `None` where nothing was kept yet.
    pub(super) fn read(folder: &Path) -> anyhow::Result<Option<Self>> {
        let path = folder.join(FILE);
        match fs::read(&path) {
            Ok(bytes) => {
                let state = serde_json::from_slice(&bytes);
                state
                    .map(Some)
                    .with_context(|| format!("{} does not read", path.display()))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error).with_context(|| path.display().to_string()),
        }
    }

    /// Whether there is a state in this folder: a mirror has begun.
    pub(super) fn is_in(folder: &Path) -> bool {
        folder.join(FILE).is_file()
    }

    /// Puts the state in the place of the one before, whole or not at all.
    pub(super) fn write(&self, folder: &Path) -> anyhow::Result<()> {
        put(folder, FILE, &serde_json::to_vec_pretty(self)?)
    }
}

/// Puts a file in the place of the one of this name, whole or not at all.
pub(super) fn put(folder: &Path, name: &str, bytes: &[u8]) -> anyhow::Result<()> {
    let (path, fresh) = (folder.join(name), folder.join(format!("{name}.new")));
    let written = || {
        let mut file = File::create(&fresh)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&fresh, &path)?;
        sync_folder(folder)
    };
    written().with_context(|| format!("could not write {}", path.display()))
}

/// Makes names in a folder last.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}
