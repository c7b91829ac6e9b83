//! The table of contents of a ZIP archive, without unpacking anything.
//!
//! Source: APPNOTE 6.3.10, sections 4.3.12 and 4.3.16. Archives of more than 65,535 entries or 4 GiB
//! have another form; office documents of our size never do.

use std::str;

use crate::limits::{ARCHIVE_CLEAR_BYTES_MAX, ARCHIVE_ENTRY_COUNT_MAX};

const END_MARK: &[u8] = b"PK\x05\x06";
const END_BYTES: usize = 22;
const COMMENT_BYTES_MAX: usize = 65_535;
const ENTRY_MARK: &[u8] = b"PK\x01\x02";
const ENTRY_BYTES: usize = 46;

/// The names of the entries; `None` when it is no archive, names are not UTF-8, or it would unpack
/// to more than the limit.
pub(super) fn names(bytes: &[u8]) -> Option<Vec<&str>> {
    let end = end_record(bytes)?;
    let count = usize::from(u16_at(end, 10)?);
    let mut place = usize::try_from(u32_at(end, 16)?).ok()?;
    if count > ARCHIVE_ENTRY_COUNT_MAX {
        return None;
    }
    let (mut names, mut clear_bytes) = (Vec::with_capacity(count), 0_u64);
    for _ in 0..count {
        let entry = bytes.get(place..)?;
        if !entry.starts_with(ENTRY_MARK) {
            return None;
        }
        clear_bytes += u64::from(u32_at(entry, 24)?);
        let lengths = [28, 30, 32].map(|offset| u16_at(entry, offset).map(usize::from));
        let [Some(name), Some(extra), Some(comment)] = lengths else {
            return None;
        };
        names.push(str::from_utf8(entry.get(ENTRY_BYTES..ENTRY_BYTES + name)?).ok()?);
        place += ENTRY_BYTES + name + extra + comment;
    }
    (clear_bytes <= ARCHIVE_CLEAR_BYTES_MAX).then_some(names)
}

/// The last record, which may be followed by a comment.
fn end_record(bytes: &[u8]) -> Option<&[u8]> {
    let last = bytes.len().checked_sub(END_BYTES)?;
    let first = last.saturating_sub(COMMENT_BYTES_MAX);
    let places = (first..=last).rev();
    places
        .map_while(|place| bytes.get(place..))
        .find(|tail| tail.starts_with(END_MARK))
}

fn u16_at(bytes: &[u8], offset: usize) -> Option<u16> {
    let two = bytes.get(offset..offset + 2)?;
    two.try_into().ok().map(u16::from_le_bytes)
}

fn u32_at(bytes: &[u8], offset: usize) -> Option<u32> {
    let four = bytes.get(offset..offset + 4)?;
    four.try_into().ok().map(u32::from_le_bytes)
}

/// Archives for tests.
#[cfg(test)]
pub(super) mod made_up {
    use super::{END_BYTES, END_MARK, ENTRY_BYTES, ENTRY_MARK};

    /// An archive without contents whose table names these entries and their clear sizes.
    pub(crate) fn zip(entries: &[(&str, u32)]) -> Vec<u8> {
        let mut bytes = b"PK\x03\x04".to_vec();
        let table = u32::try_from(bytes.len()).unwrap();
        for (name, size) in entries {
            let mut entry = [0; ENTRY_BYTES];
            entry[..4].copy_from_slice(ENTRY_MARK);
            entry[24..28].copy_from_slice(&size.to_le_bytes());
            entry[28..30].copy_from_slice(&u16::try_from(name.len()).unwrap().to_le_bytes());
            bytes.extend(entry);
            bytes.extend(name.as_bytes());
        }
        let mut end = [0; END_BYTES];
        end[..4].copy_from_slice(END_MARK);
        end[10..12].copy_from_slice(&u16::try_from(entries.len()).unwrap().to_le_bytes());
        end[16..20].copy_from_slice(&table.to_le_bytes());
        bytes.extend(end);
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::{made_up::zip, *};

    #[test]
    fn the_table_of_contents_is_read() {
        let bytes = zip(&[("a.xml", 3), ("b/c.xml", 4)]);
        assert_eq!(names(&bytes), Some(vec!["a.xml", "b/c.xml"]));
    }

    #[test]
    fn a_bomb_is_no_archive() {
        assert_eq!(names(&zip(&[("a.xml", u32::MAX)])), None);
    }

    #[test]
    fn a_torn_archive_is_none() {
        let bytes = zip(&[("a.xml", 3), ("b.xml", 4)]);
        for length in 0..bytes.len() {
            assert_eq!(names(&bytes[..length]), None, "{length}");
        }
        let mut lying = bytes;
        let count = lying.len() - END_BYTES + 10;
        lying[count] = 200;
        assert_eq!(names(&lying), None);
    }
}
