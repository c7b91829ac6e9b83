//! Entry bundles: the entries themselves, 256 at a time.

use thiserror::Error;

use crate::tile::id::TILE_WIDTH;

/// Bytes of the length before each entry.
const LENGTH_BYTES: usize = 2;

/// A bundle that cannot be written or read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum BundleError {
    /// An entry is too long for its 16-bit length.
    #[error("entry {number} of the bundle is at most 65,535 bytes, got {bytes}")]
    EntryTooLong {
        /// Its number within the bundle, from 0.
        number: usize,
        /// Its length.
        bytes: usize,
    },
    /// More entries than a bundle may hold.
    #[error("a bundle holds at most {TILE_WIDTH} entries")]
    TooMany,
    /// The bytes end within an entry.
    #[error("the bundle ends within entry {number}")]
    CutOff {
        /// Its number within the bundle, from 0.
        number: usize,
    },
}

/// The bundle of these entries: each after its length, a big-endian number of 16 bits.
///
/// # Errors
/// [`BundleError::EntryTooLong`] and [`BundleError::TooMany`].
pub fn encode_bundle<E: AsRef<[u8]>>(entries: &[E]) -> Result<Vec<u8>, BundleError> {
    if entries.len() > usize::from(TILE_WIDTH) {
        return Err(BundleError::TooMany);
    }
    let bytes = entries.iter().map(|entry| entry.as_ref().len());
    let mut bundle = Vec::with_capacity(bytes.map(|bytes| LENGTH_BYTES + bytes).sum());
    for (number, entry) in entries.iter().enumerate() {
        let (entry, bytes) = (entry.as_ref(), entry.as_ref().len());
        let length = u16::try_from(bytes);
        let length = length.map_err(|_| BundleError::EntryTooLong { number, bytes })?;
        bundle.extend_from_slice(&length.to_be_bytes());
        bundle.extend_from_slice(entry);
    }
    Ok(bundle)
}

/// The entries of a bundle. How many there should be says its name.
///
/// # Errors
/// [`BundleError::CutOff`] and [`BundleError::TooMany`].
pub fn decode_bundle(mut bundle: &[u8]) -> Result<Vec<&[u8]>, BundleError> {
    let mut entries = Vec::new();
    while !bundle.is_empty() {
        let number = entries.len();
        if number == usize::from(TILE_WIDTH) {
            return Err(BundleError::TooMany);
        }
        let (entry, rest) = split_entry(bundle).ok_or(BundleError::CutOff { number })?;
        entries.push(entry);
        bundle = rest;
    }
    Ok(entries)
}

fn split_entry(bundle: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bundle.split_first_chunk::<LENGTH_BYTES>()?;
    rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_entry_is_at_most_65_535_bytes() {
        let longest = vec![vec![7; 65_535]];
        let bundle = encode_bundle(&longest).unwrap();
        assert_eq!(decode_bundle(&bundle).unwrap(), longest);
        let (number, bytes) = (1, 65_536);
        assert_eq!(
            encode_bundle(&[vec![], vec![7; bytes]]),
            Err(BundleError::EntryTooLong { number, bytes })
        );
    }

    #[test]
    fn a_bundle_holds_256_entries() {
        let entries = vec![b"x"; 257];
        assert_eq!(encode_bundle(&entries), Err(BundleError::TooMany));
        let mut bundle = encode_bundle(&entries[..256]).unwrap();
        assert_eq!(decode_bundle(&bundle).unwrap().len(), 256);
        bundle.extend_from_slice(&[0, 0]);
        assert_eq!(decode_bundle(&bundle), Err(BundleError::TooMany));
    }

    proptest! {
        #[test]
        fn a_bundle_is_read_back(entries in prop::collection::vec(any::<Vec<u8>>(), 0..20)) {
            let bundle = encode_bundle(&entries).unwrap();
            prop_assert_eq!(decode_bundle(&bundle).unwrap(), entries);
        }

        #[test]
        fn a_bundle_cut_off_is_never_read_whole(entries in prop::collection::vec(any::<Vec<u8>>(), 1..20), cut in 1usize..) {
            let bundle = encode_bundle(&entries).unwrap();
            let cut = cut % bundle.len();
            match decode_bundle(&bundle[..cut]) {
                Ok(read) => prop_assert!(read.len() < entries.len()),
                Err(error) => prop_assert!(matches!(error, BundleError::CutOff { .. }), "{error}"),
            }
        }

        #[test]
        fn what_is_read_as_a_bundle_is_written_so(bytes: Vec<u8>) {
            if let Ok(entries) = decode_bundle(&bytes) {
                prop_assert_eq!(encode_bundle(&entries).unwrap(), bytes);
            }
        }
    }
}
