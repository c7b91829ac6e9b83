//! Which office document an archive is. Nothing but its table of contents is unpacked.
//!
//! Source: ECMA-376 part 2, section 10.1: `[Content_Types].xml` says what the main part is, whatever
//! that is called.

use std::io::{Cursor, Read};

use zip::{
    ZipArchive,
    read::{ArchiveOffset, Config},
    result::ZipError,
};

use super::media_type::{DOCX, Flaw, XLSX};
use crate::limits::{ARCHIVE_CLEAR_BYTES_MAX, ARCHIVE_ENTRY_COUNT_MAX, CONTENT_TYPES_BYTES_MAX};

const CONTENT_TYPES: &str = "[Content_Types].xml";
/// What stands before each entry of the directory. Source: APPNOTE 6.3.10, section 4.3.12.
const ENTRY_MARK: &[u8] = b"PK\x01\x02";
const MACROS: &str = "vnd.ms-office.vbaProject";

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// The media type of an office document without macros.
pub(super) fn kind(bytes: &[u8]) -> Result<&'static str, Flaw> {
    let marks = bytes.windows(ENTRY_MARK.len());
    if marks.filter(|window| *window == ENTRY_MARK).count() > ARCHIVE_ENTRY_COUNT_MAX {
        return Err(Flaw::Bomb);
    }
    // An archive inside a torn one begins elsewhere, and is not what was sent.
    let archive_offset = ArchiveOffset::Known(0);
    let archive = ZipArchive::with_config(Config { archive_offset }, Cursor::new(bytes));
    let mut archive = archive.map_err(|_| Flaw::Truncated)?;
    if clear_bytes(&mut archive).map_err(|_| Flaw::Truncated)? > ARCHIVE_CLEAR_BYTES_MAX {
        return Err(Flaw::Bomb);
    }
    let types = content_types(&mut archive)?;
    let main_part_is = |kind: &str| types.contains(&format!("{kind}.main+xml"));
    if types.contains(MACROS) {
        Err(Flaw::Unknown)
    } else if main_part_is(DOCX) {
        Ok(DOCX)
    } else if main_part_is(XLSX) {
        Ok(XLSX)
    } else {
        Err(Flaw::Unknown)
    }
}

/// Bytes that the archive says it unpacks to.
fn clear_bytes(archive: &mut Archive<'_>) -> Result<u64, ZipError> {
    (0..archive.len()).try_fold(0_u64, |sum, index| {
        Ok(sum.saturating_add(archive.by_index_raw(index)?.size()))
    })
}

/// The one entry that is read, as far as it may be long.
fn content_types(archive: &mut Archive<'_>) -> Result<String, Flaw> {
    let entry = archive.by_name(CONTENT_TYPES).map_err(|_| Flaw::Unknown)?;
    let mut types = String::new();
    let read = entry
        .take(CONTENT_TYPES_BYTES_MAX)
        .read_to_string(&mut types);
    read.map(|_| types).map_err(|_| Flaw::Unknown)
}

/// Archives for tests.
#[cfg(test)]
pub(super) mod made_up {
    use std::io::{Cursor, Write as _};

    use zip::{ZipWriter, write::SimpleFileOptions};

    use super::{CONTENT_TYPES, DOCX, XLSX};

    pub(crate) fn archive(entries: &[(&str, &str)]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in entries {
            writer
                .start_file(*name, SimpleFileOptions::default())
                .unwrap();
            writer.write_all(text.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    /// The table of contents of a package whose main part is of this kind.
    pub(crate) fn types(kind: &str) -> String {
        format!("<Types><Override PartName=\"/main.xml\" ContentType=\"{kind}.main+xml\"/></Types>")
    }

    pub(crate) fn document() -> Vec<u8> {
        archive(&[(CONTENT_TYPES, &types(DOCX)), ("main.xml", "<document/>")])
    }

    pub(crate) fn workbook() -> Vec<u8> {
        archive(&[(CONTENT_TYPES, &types(XLSX)), ("main.xml", "<workbook/>")])
    }
}

#[cfg(test)]
mod tests {
    use super::{
        made_up::{archive, document, types},
        *,
    };

    #[test]
    fn an_archive_that_is_no_office_document_is_not_taken() {
        let with_macros = types(DOCX) + MACROS;
        let other = types("application/vnd.ms-word.document.macroEnabled");
        let long = types(DOCX).replacen("<Types>", &" ".repeat(2 << 20), 1);
        for bytes in [
            archive(&[("run.exe", "MZ")]),
            archive(&[("word/document.xml", "<document/>")]),
            archive(&[(CONTENT_TYPES, &with_macros)]),
            archive(&[(CONTENT_TYPES, &other)]),
            archive(&[(CONTENT_TYPES, &long)]),
        ] {
            assert_eq!(kind(&bytes), Err(Flaw::Unknown));
        }
    }

    #[test]
    fn a_document_may_hold_another() {
        let mut inside = types(DOCX);
        inside += "<Default Extension=\"xlsx\" ContentType=\"";
        inside += XLSX;
        let workbook = String::from_utf8_lossy(&made_up::workbook()).into_owned();
        let bytes = archive(&[(CONTENT_TYPES, &inside), ("table.xlsx", &workbook)]);
        assert_eq!(kind(&bytes), Ok(DOCX));
    }

    #[test]
    fn a_bomb_is_not_taken() {
        let mut bytes = document();
        let place = bytes.windows(4).position(|window| window == ENTRY_MARK);
        let size = place.unwrap() + 24;
        bytes[size..size + 4].copy_from_slice(&(u32::MAX - 1).to_le_bytes());
        assert_eq!(kind(&bytes), Err(Flaw::Bomb));
        let crowd = ENTRY_MARK.repeat(ARCHIVE_ENTRY_COUNT_MAX + 1);
        assert_eq!(kind(&[document(), crowd].concat()), Err(Flaw::Bomb));
    }

    #[test]
    fn an_archive_without_its_directory_is_torn() {
        let bytes = document();
        let directory = bytes.windows(4).position(|window| window == ENTRY_MARK);
        assert_eq!(kind(&bytes[..directory.unwrap()]), Err(Flaw::Truncated));
        let around = [b"PK\x03\x04 a torn archive around a whole one ", &*bytes].concat();
        assert_eq!(kind(&around), Err(Flaw::Truncated));
    }
}
