//! The media type of a document, by its bytes, never by its name.

use super::{office, whole};

/// What may be brought.
pub(crate) const MEDIA_TYPES: &[&str] = &[PDF, DOCX, XLSX, PNG, JPEG];

const PDF: &str = "application/pdf";
const PNG: &str = "image/png";
const JPEG: &str = "image/jpeg";
pub(super) const DOCX: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
pub(super) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What keeps bytes from being a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flaw {
    /// They are none of the types that may be brought.
    Unknown,
    /// They begin like one of them and do not end like it.
    Truncated,
    /// They would unpack to more than a document may.
    Bomb,
}

/// The media type found in the bytes, if it is one of ours and they are the whole of it.
pub(super) fn found(bytes: &[u8]) -> Result<&'static str, Flaw> {
    let (media_type, is_whole) = if bytes.starts_with(b"%PDF-") {
        (PDF, whole::pdf(bytes))
    } else if bytes.starts_with(whole::PNG_MARK) {
        (PNG, whole::png(bytes))
    } else if bytes.starts_with(b"\xff\xd8\xff") {
        (JPEG, whole::jpeg(bytes))
    } else if bytes.starts_with(b"PK\x03\x04") {
        return office::kind(bytes);
    } else {
        return Err(Flaw::Unknown);
    };
    is_whole.then_some(media_type).ok_or(Flaw::Truncated)
}

/// What files of this media type end in.
pub(crate) fn extension(media_type: &str) -> &'static str {
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
    use super::{
        super::{
            office::made_up::{document, workbook},
            whole::made_up::{JPEG_PAGE, PDF_PAGE, png_page},
        },
        *,
    };

    #[test]
    fn bytes_tell_what_they_are() {
        assert_eq!(found(PDF_PAGE), Ok(PDF));
        assert_eq!(found(&png_page()), Ok(PNG));
        assert_eq!(found(JPEG_PAGE), Ok(JPEG));
        assert_eq!(found(&document()), Ok(DOCX));
        assert_eq!(found(&workbook()), Ok(XLSX));
    }

    #[test]
    fn a_document_that_breaks_off_anywhere_is_not_taken() {
        let (png, docx, xlsx) = (png_page(), document(), workbook());
        for whole in [PDF_PAGE, &png, JPEG_PAGE, &docx, &xlsx] {
            for length in 0..whole.len() {
                assert!(found(&whole[..length]).is_err(), "{length}");
            }
        }
    }

    #[test]
    fn anything_else_is_not_taken() {
        let others: [&[u8]; 4] = [b"", b"<html>", b"MZ", b"GIF89a"];
        for other in others {
            assert_eq!(found(other), Err(Flaw::Unknown));
        }
    }
}
