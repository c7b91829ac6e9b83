//! Whether a file that begins like a PDF, PNG or JPEG also ends like one.

/// What a PNG begins with. Source: PNG 1.2, section 3.1.
pub(super) const PNG_MARK: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Bytes at the end among which a PDF says that it ends.
/// Source: ISO 32000-1 annex H, implementation note 18: readers look at the last 1,024.
const PDF_END_BYTES: usize = 1_024;
const PDF_END: &[u8] = b"%%EOF";

/// A PDF says near its end that it ends.
pub(super) fn pdf(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(PDF_END_BYTES)..];
    tail.windows(PDF_END.len()).any(|window| window == PDF_END)
}

/// A PNG is a chain of chunks, each with its length in front, to the one called `IEND`.
pub(super) fn png(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(PNG_MARK.len()..).unwrap_or_default();
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let data_bytes = u32::from_be_bytes(*length) as usize;
        // Name, data and checksum.
        let Some((chunk, next)) = after.split_at_checked(data_bytes.saturating_add(8)) else {
            return false;
        };
        if chunk.starts_with(b"IEND") {
            return true;
        }
        rest = next;
    }
    false
}

/// A JPEG is a chain of segments to the end of its image. Source: ITU-T T.81, annex B.
///
/// The end is looked for by walking: a preview inside a segment has an end of its own.
pub(super) fn jpeg(bytes: &[u8]) -> bool {
    const START_OF_SCAN: u8 = 0xda;
    const END_OF_IMAGE: u8 = 0xd9;

    let mut rest = bytes.get(2..).unwrap_or_default();
    while let [0xff, marker, after @ ..] = rest {
        rest = match *marker {
            END_OF_IMAGE => return true,
            // A fill byte, and markers that stand alone.
            0xff => &rest[1..],
            0x01 | 0xd0..=0xd8 => after,
            marker => {
                let Some(next) = behind_segment(after) else {
                    return false;
                };
                if marker == START_OF_SCAN {
                    behind_scan(next)
                } else {
                    next
                }
            }
        };
    }
    false
}

/// What follows a segment, whose length counts itself.
fn behind_segment(segment: &[u8]) -> Option<&[u8]> {
    let length = u16::from_be_bytes(*segment.first_chunk()?);
    segment.get(usize::from(length.max(2))..)
}

/// What follows coded data: the first marker that is neither an escaped byte nor a restart.
fn behind_scan(data: &[u8]) -> &[u8] {
    let is_marker = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0x00 | 0xd0..=0xd7 | 0xff);
    let place = data.windows(2).position(is_marker);
    place.map_or(&[], |place| &data[place..])
}

/// Small files for tests.
#[cfg(test)]
pub(super) mod made_up {
    use super::PNG_MARK;

    pub(crate) const PDF_PAGE: &[u8] = b"%PDF-1.7 a page\n%%EOF";

    /// A preview with an end of its own, a scan with an escaped byte and a restart, the end.
    pub(crate) const JPEG_PAGE: &[u8] =
        b"\xff\xd8\xff\xe1\x00\x06\xff\xd9..\xff\xff\xda\x00\x02data\xff\x00\xff\xd0data\xff\xd9";

    pub(crate) fn png_page() -> Vec<u8> {
        let mut bytes = PNG_MARK.to_vec();
        for (name, data) in [(b"IHDR", &b"IEND inside"[..]), (b"IEND", b"")] {
            bytes.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
            bytes.extend(name);
            bytes.extend(data);
            bytes.extend([0; 4]);
        }
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::{made_up::*, *};

    #[test]
    fn an_end_inside_is_not_the_end() {
        let png = png_page();
        assert!(png.len() > 24 && !png[..png.len() - 1].is_empty());
        assert!(!super::png(&png[..png.len() - 12]));
        let before_the_end = JPEG_PAGE.len() - 2;
        assert!(!jpeg(&JPEG_PAGE[..before_the_end]));
    }

    #[test]
    fn what_cameras_and_printers_add_behind_the_end_does_no_harm() {
        let behind = |bytes: &[u8]| [bytes, b"\r\n\0\0"].concat();
        assert!(pdf(&behind(PDF_PAGE)) && png(&behind(&png_page())) && jpeg(&behind(JPEG_PAGE)));
    }

    #[test]
    fn lengths_that_lie_end_the_walk() {
        let lying = [PNG_MARK, b"\xff\xff\xff\xffIHDR"].concat();
        assert!(!png(&lying));
        assert!(!jpeg(b"\xff\xd8\xff\xe1\xff\xff.."));
        assert!(!jpeg(b"\xff\xd8\xff\xe1\x00\x00\xff"));
    }
}
