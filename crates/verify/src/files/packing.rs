//! How an archive is packed. Nobody signs for it: the same files in another order, with another time or
//! another comment are the same evidence. But a bundle is packed in one way only, so that whatever was
//! done to its archive can be told.

use std::io::{Cursor, Write};

use zip::{
    CompressionMethod, DateTime, System, ZipWriter, result::ZipError, write::SimpleFileOptions,
};

use super::Files;

/// What the documents of bundles say of their archives.
const DEFLATE_LEVEL: i64 = 6;
const UNIX_MODE: u32 = 0o644;

/// The entry at which these bytes differ from those that the files are packed to, by its local part;
/// the last one where the difference is behind all of them.
pub(super) fn difference(files: &Files, bytes: &[u8]) -> Result<Option<String>, ZipError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(DEFLATE_LEVEL))
        .last_modified_time(DateTime::default())
        .unix_permissions(UNIX_MODE)
        .system(System::Unix);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in files.iter() {
        zip.start_file(path, options)?;
        zip.write_all(content)?;
    }
    let packed = zip.finish()?.into_inner();
    if packed == bytes {
        return Ok(None);
    }
    let mut pairs = packed.iter().zip(bytes);
    let at = pairs.position(|(one, other)| one != other);
    let at = at.unwrap_or(packed.len().min(bytes.len())) as u64;
    let mut archive = zip::ZipArchive::new(Cursor::new(packed))?;
    let mut entry = String::new();
    for index in 0..archive.len() {
        let found = archive.by_index_raw(index)?;
        if found.header_start() > at {
            break;
        }
        entry = found.name()?.into_owned();
    }
    Ok(Some(entry))
}
