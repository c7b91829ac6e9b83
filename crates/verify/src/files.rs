//! The files of a bundle, read whole.

mod packing;

use std::{
    collections::BTreeMap,
    fs,
    io::{self, Cursor, Read},
    path::Path,
};

use thiserror::Error;
use zip::{ZipArchive, result::ZipError};

use crate::limits::{BUNDLE_BYTES_MAX, DEPTH_MAX, FILE_BYTES_MAX, FILE_COUNT_MAX};
use khen_audit::BundlePath;

/// Files by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files {
    files: BTreeMap<String, Vec<u8>>,
    /// Bytes that were read so far.
    bytes_read: u64,
    /// The entry at which the archive is packed otherwise than this version packs it.
    repacked: Option<String>,
}

/// These are no files of a bundle.
#[derive(Debug, Error)]
pub enum OpenError {
    /// The place cannot be read.
    #[error("it cannot be read")]
    Io(#[from] io::Error),
    /// It is no sound zip archive.
    #[error("it is no sound zip archive")]
    Zip(#[from] ZipError),
    /// There is something that no bundle has.
    #[error("`{path}` is no file that a bundle may have")]
    Foreign {
        /// Where.
        path: String,
    },
    /// Two files have one path.
    #[error("two files of the archive have one path")]
    Twice,
    /// More than anyone should read.
    #[error("it is larger than the limits of this program")]
    TooLarge,
}

impl Files {
    /// The files of an archive, or of a folder.
    ///
    /// # Errors
    /// [`OpenError`] says why they cannot be had.
    pub fn open(place: &Path) -> Result<Self, OpenError> {
        let about = fs::metadata(place)?;
        if about.is_dir() {
            let mut files = Self::default();
            files.add_folder(place, "", 0)?;
            return Ok(files);
        }
        if about.len() > BUNDLE_BYTES_MAX {
            return Err(OpenError::TooLarge);
        }
        Self::from_zip(&fs::read(place)?)
    }

    /// The files of a zip archive.
    ///
    /// # Errors
    /// [`OpenError`] when the archive is damaged, ambiguous or too large.
    pub fn from_zip(bytes: &[u8]) -> Result<Self, OpenError> {
        let mut archive = ZipArchive::new(Cursor::new(bytes))?;
        if archive.has_duplicate_names() {
            return Err(OpenError::Twice);
        }
        let mut files = Self::default();
        for index in 0..archive.len() {
            let mut entry = archive.by_index(index)?;
            let path = entry.name()?.into_owned();
            // Archives that others packed again have entries for folders.
            if entry.is_dir() {
                continue;
            }
            if entry.is_symlink() {
                return Err(OpenError::Foreign { path });
            }
            files.add(path, &mut entry)?;
        }
        files.repacked = packing::difference(&files, bytes)?;
        Ok(files)
    }

    /// The entry at which the archive is packed otherwise than this version packs it: its order, its
    /// headers, or how it is compressed. None for a folder.
    pub(crate) fn repacked(&self) -> Option<&str> {
        self.repacked.as_deref()
    }

    /// The bytes at this path.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// All files, in ascending order of paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let files = self.files.iter();
        files.map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// Puts a file in the place of the one at its path.
    pub fn replace(&mut self, path: &str, bytes: Vec<u8>) {
        self.files.insert(path.to_owned(), bytes);
    }

    /// Takes a file away.
    pub fn remove(&mut self, path: &str) -> Option<Vec<u8>> {
        self.files.remove(path)
    }

    fn add_folder(&mut self, folder: &Path, above: &str, depth: usize) -> Result<(), OpenError> {
        if depth > DEPTH_MAX {
            return Err(OpenError::TooLarge);
        }
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name();
            let path = format!("{above}{}", name.to_string_lossy());
            // Neither of these follows a link out of the folder.
            let kind = entry.file_type()?;
            if kind.is_dir() {
                self.add_folder(&entry.path(), &format!("{path}/"), depth + 1)?;
            } else if kind.is_file() {
                self.add(path, &mut fs::File::open(entry.path())?)?;
            } else {
                return Err(OpenError::Foreign { path });
            }
        }
        Ok(())
    }

    /// Reads no more than the limits allow, whatever the archive says about its sizes.
    fn add(&mut self, path: String, from: &mut impl Read) -> Result<(), OpenError> {
        if BundlePath::parse(&path).is_err() {
            return Err(OpenError::Foreign { path });
        }
        let left = BUNDLE_BYTES_MAX.saturating_sub(self.bytes_read);
        let limit = left.min(FILE_BYTES_MAX);
        let mut bytes = Vec::new();
        from.take(limit + 1).read_to_end(&mut bytes)?;
        let length = bytes.len() as u64;
        if length > limit || self.files.len() == FILE_COUNT_MAX {
            return Err(OpenError::TooLarge);
        }
        self.bytes_read += length;
        self.files.insert(path, bytes);
        Ok(())
    }
}
