//! The media type of a document, by its bytes, never by its name.

use super::archive;

/// What may be brought.
pub(super) const MEDIA_TYPES: &[&str] = &[PDF, DOCX, XLSX, PNG, JPEG];

const PDF: &str = "application/pdf";
const PNG: &str = "image/png";
const JPEG: &str = "image/jpeg";
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The media type found in the bytes, if it is one of ours.
pub(super) fn found(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"%PDF-") {
        Some(PDF)
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some(PNG)
    } else if bytes.starts_with(b"\xff\xd8\xff") {
        Some(JPEG)
    } else if bytes.starts_with(b"PK\x03\x04") {
        office_document(bytes)
    } else {
        None
    }
}

/// An archive is an office document if it holds what those must hold, and no macros.
fn office_document(bytes: &[u8]) -> Option<&'static str> {
    let names = archive::names(bytes)?;
    let holds = |name: &str| names.contains(&name);
    let has_macros = names.iter().any(|name| name.ends_with("vbaProject.bin"));
    if has_macros || !holds("[Content_Types].xml") {
        None
    } else if holds("word/document.xml") {
        Some(DOCX)
    } else if holds("xl/workbook.xml") {
        Some(XLSX)
    } else {
        None
    }
}

/// What files of this media type end in.
pub(super) fn extension(media_type: &str) -> &'static str {
    match media_type {
        PDF => "pdf",
        DOCX => "docx",
        XLSX => "xlsx",
        PNG => "png",
        JPEG => "jpg",
        _ => "bin",
    }
}

#[cfg(test)]
mod tests {
    use super::{super::archive::made_up::zip, *};

    #[test]
    fn bytes_tell_what_they_are() {
        assert_eq!(found(b"%PDF-1.7 ..."), Some(PDF));
        assert_eq!(found(b"\x89PNG\r\n\x1a\n..."), Some(PNG));
        assert_eq!(found(b"\xff\xd8\xff\xe0..."), Some(JPEG));
        let office = |part| zip(&[("[Content_Types].xml", 10), (part, 10)]);
        assert_eq!(found(&office("word/document.xml")), Some(DOCX));
        assert_eq!(found(&office("xl/workbook.xml")), Some(XLSX));
    }

    #[test]
    fn anything_else_is_not_brought() {
        let program = zip(&[("run.exe", 10)]);
        let with_macros = zip(&[
            ("[Content_Types].xml", 1),
            ("word/document.xml", 1),
            ("word/vbaProject.bin", 1),
        ]);
        let others: [&[u8]; 5] = [b"", b"<html>", b"MZ", &program, &with_macros];
        for other in others {
            assert_eq!(found(other), None);
        }
    }
}
