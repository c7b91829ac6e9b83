//! What every profile keeps in its folder: the master key and the files, closed to others.

use std::{fs, path::Path};

use anyhow::Context as _;

use crate::config::Config;
use khen_ambient::OsChance;
use khen_blobs::FolderBlobs;
use khen_privacy::{MasterKey, MasterKeyError};

/// The files of uploads.
pub(super) fn blobs(config: &Config) -> anyhow::Result<FolderBlobs> {
    let files = config.data.join("files");
    FolderBlobs::open(&files).with_context(|| format!("could not open {}", files.display()))
}

/// The master key, which is there.
pub(super) fn load_master_key(config: &Config) -> anyhow::Result<MasterKey> {
    let file = config.master_key_file();
    MasterKey::load(&file)
        .with_context(|| format!("could not read the master key {}", file.display()))
}

/// A new master key. The caller knows that no key of an owner hangs on an older one.
pub(super) fn make_master_key(config: &Config) -> anyhow::Result<MasterKey> {
    let file = config.master_key_file();
    if let Some(folder) = file.parent() {
        private_folder(folder)?;
    }
    match MasterKey::create(&file, &OsChance) {
        // Two first starts at once: the other's key is the key.
        Err(MasterKeyError::Exists { .. }) => Ok(MasterKey::load(&file)?),
        other => Ok(other?),
    }
}

/// A folder that nobody else may look into.
pub(super) fn private_folder(folder: &Path) -> anyhow::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))?;
    restrict(folder, 0o700)
}

/// A file that nobody else may read, whatever the folder allows.
pub(super) fn private_file(file: &Path) -> anyhow::Result<()> {
    restrict(file, 0o600)
}

#[cfg(unix)]
fn restrict(path: &Path, mode: u32) -> anyhow::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
        .with_context(|| format!("could not close {} to others", path.display()))
}

#[cfg(not(unix))]
fn restrict(_path: &Path, _mode: u32) -> anyhow::Result<()> {
    Ok(())
}
