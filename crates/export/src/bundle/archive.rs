//! The zip archive: the same files give the same bytes.

use std::{
    collections::BTreeMap,
    io::{Cursor, Write},
};

use zip::{CompressionMethod, DateTime, System, ZipWriter, write::SimpleFileOptions};

use super::error::BundleError;
use khen_audit::{BundlePath, Manifest, ManifestFile};

/// Deflate's own middle way; it must never change, since the bytes of every bundle hang on it.
const DEFLATE_LEVEL: i64 = 6;
/// Readable by everybody who may read the archive.
const UNIX_MODE: u32 = 0o644;

/// Files by path, each once.
#[derive(Debug, Default)]
pub(super) struct Archive(BTreeMap<String, Vec<u8>>);

impl Archive {
    pub(super) fn add(
        &mut self,
        path: impl Into<String>,
        bytes: impl Into<Vec<u8>>,
    ) -> Result<(), BundleError> {
        let path = path.into();
        if let Err(source) = BundlePath::parse(&path) {
            return Err(BundleError::Path { path, source });
        }
        if self.0.contains_key(&path) {
            return Err(BundleError::Twice { path });
        }
        self.0.insert(path, bytes.into());
        Ok(())
    }

    pub(super) fn get(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let files = self.0.iter();
        files.map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// The lines of the manifest, in its order.
    pub(super) fn manifest_files(&self) -> Vec<ManifestFile> {
        let listed = self.iter().filter(|(path, _)| *path != Manifest::PAGE_PATH);
        let lines = listed.map(|(path, bytes)| ManifestFile {
            path: BundlePath::parse(path).expect("every path was parsed when it was added"),
            bytes: bytes.len() as u64,
            sha256: super::write::sha256(bytes),
        });
        lines.collect()
    }

    /// Entries by name, the time of the first day that an archive knows, nothing that tells of the
    /// machine.
    pub(super) fn zip(&self) -> Result<Vec<u8>, BundleError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(DEFLATE_LEVEL))
            .last_modified_time(DateTime::default())
            .unix_permissions(UNIX_MODE)
            .system(System::Unix);
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (path, bytes) in self.iter() {
            zip.start_file(path, options)?;
            zip.write_all(bytes)?;
        }
        Ok(zip.finish()?.into_inner())
    }
}
