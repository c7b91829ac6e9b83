//! A file on its way into a mirror: what of it has come lies on the disk, and is gone on with.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufRead as _, BufReader, Write as _},
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use sha2::{Digest as _, Sha256};

use super::state::sync_folder;

/// The folder of files that are not whole yet, or not taken in yet.
const FOLDER: &str = "download";

/// What of a file has come.
#[derive(Debug)]
pub(super) struct Part {
    path: PathBuf,
    file: File,
    bytes: u64,
}

impl Part {
    /// Goes on with the file of this name, or begins it.
    pub(super) fn open(mirror: &Path, name: &str) -> anyhow::Result<Self> {
        let folder = mirror.join(FOLDER);
        let path = folder.join(name);
        let opened = || {
            fs::create_dir_all(&folder)?;
            let file = OpenOptions::new().create(true).append(true).open(&path)?;
            let bytes = file.metadata()?.len();
            io::Result::Ok((file, bytes))
        };
        let (file, bytes) = opened().with_context(|| path.display().to_string())?;
        Ok(Self { path, file, bytes })
    }

    /// How many bytes have come.
    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Puts bytes behind those that have come.
    pub(super) fn extend(&mut self, bytes: &[u8]) -> anyhow::Result<()> {
        let written = self.file.write_all(bytes);
        written.with_context(|| format!("could not write {}", self.path.display()))?;
        self.bytes += bytes.len() as u64;
        Ok(())
    }

    /// Forgets what has come.
    pub(super) fn restart(&mut self) -> anyhow::Result<()> {
        self.file.set_len(0)?;
        self.bytes = 0;
        Ok(())
    }

    /// SHA-256 of what has come.
    pub(super) fn sha256(&self) -> anyhow::Result<[u8; 32]> {
        let (mut file, mut hash) = (self.read()?, Sha256::new());
        loop {
            let piece = file.fill_buf()?;
            if piece.is_empty() {
                return Ok(hash.finalize().into());
            }
            hash.update(piece);
            let read = piece.len();
            file.consume(read);
        }
    }

    /// What has come, from its beginning.
    pub(super) fn read(&self) -> anyhow::Result<BufReader<File>> {
        let opened = File::open(&self.path);
        let file = opened.with_context(|| self.path.display().to_string())?;
        Ok(BufReader::new(file))
    }

    /// Puts the whole file where it belongs.
    pub(super) fn place(self, place: &Path) -> anyhow::Result<()> {
        let placed = || {
            self.file.sync_all()?;
            fs::rename(&self.path, place)?;
            place.parent().map_or(Ok(()), sync_folder)
        };
        placed().with_context(|| place.display().to_string())
    }

    /// Lets go of files whose names end so, whether or not they are whole: nobody goes on with them.
    pub(super) fn remove_all(mirror: &Path, ending: &str) -> anyhow::Result<()> {
        let folder = mirror.join(FOLDER);
        let entries = match fs::read_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            entries => entries.with_context(|| folder.display().to_string())?,
        };
        for entry in entries {
            let path = entry?.path();
            if path.to_string_lossy().ends_with(ending) {
                fs::remove_file(&path).with_context(|| path.display().to_string())?;
            }
        }
        Ok(())
    }

    /// Lets the file go: what was in it is taken in.
    pub(super) fn remove(self) -> anyhow::Result<()> {
        fs::remove_file(&self.path).with_context(|| self.path.display().to_string())
    }
}
