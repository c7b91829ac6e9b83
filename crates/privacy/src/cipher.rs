//! Boxes: authenticated encryption with a random nonce in front.

use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead, KeyInit, Payload},
};
use zeroize::Zeroizing;

use crate::limits::KEY_BYTES;
use khen_ambient::Chance;

/// Bytes of the nonce in front of the ciphertext. Source: draft-irtf-cfrg-xchacha-03 section 2.
const NONCE_BYTES: usize = 24;
/// Bytes of the tag behind the ciphertext. Source: RFC 8439 section 2.8.
const TAG_BYTES: usize = 16;
/// Bytes by which a box is longer than its content.
pub(crate) const OVERHEAD_BYTES: usize = NONCE_BYTES + TAG_BYTES;

/// The box does not open: another key, other associated data, or changed bytes. Which of the
/// three cannot be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Closed;

/// Nonce ‖ ciphertext ‖ tag of `clear`.
///
/// The nonce is random and 192 bits long, so that no counter has to survive a restart.
pub(crate) fn seal(
    key: &[u8; KEY_BYTES],
    associated: &[u8],
    clear: &[u8],
    chance: &dyn Chance,
) -> Vec<u8> {
    let nonce: [u8; NONCE_BYTES] = chance.bytes();
    let payload = Payload {
        msg: clear,
        aad: associated,
    };
    let ciphertext = XChaCha20Poly1305::new(key.into())
        .encrypt(&XNonce::from(nonce), payload)
        .expect("what is sealed is bounded far below the 256 GiB of the cipher");
    let mut sealed = Vec::with_capacity(NONCE_BYTES + ciphertext.len());
    sealed.extend_from_slice(&nonce);
    sealed.extend_from_slice(&ciphertext);
    sealed
}

/// The content of a box made by [`seal`] with the same key and associated data.
pub(crate) fn open(
    key: &[u8; KEY_BYTES],
    associated: &[u8],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, Closed> {
    let (nonce, ciphertext) = sealed.split_first_chunk::<NONCE_BYTES>().ok_or(Closed)?;
    let payload = Payload {
        msg: ciphertext,
        aad: associated,
    };
    XChaCha20Poly1305::new(key.into())
        .decrypt(&XNonce::from(*nonce), payload)
        .map(Zeroizing::new)
        .map_err(|_| Closed)
}

/// The parts one after another, each preceded by its length as a big-endian 64-bit number.
pub(crate) fn length_prefixed(parts: &[&[u8]]) -> Vec<u8> {
    let mut joined = Vec::with_capacity(parts.iter().map(|part| 8 + part.len()).sum());
    for part in parts {
        joined.extend_from_slice(&(part.len() as u64).to_be_bytes());
        joined.extend_from_slice(part);
    }
    joined
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use khen_ambient::SeededChance;

    proptest! {
        #[test]
        fn a_box_opens_again(key: [u8; 32], clear: Vec<u8>, associated: Vec<u8>, seed: u64) {
            let sealed = seal(&key, &associated, &clear, &SeededChance::new(seed));
            prop_assert_eq!(sealed.len(), clear.len() + OVERHEAD_BYTES);
            prop_assert_eq!(open(&key, &associated, &sealed).unwrap().to_vec(), clear);
        }

        #[test]
        fn a_changed_byte_closes_a_box_for_ever(clear: Vec<u8>, at: usize, change in 1u8..) {
            let mut sealed = seal(&[7; 32], b"case", &clear, &SeededChance::new(1));
            let at = at % sealed.len();
            sealed[at] ^= change;
            prop_assert_eq!(open(&[7; 32], b"case", &sealed).unwrap_err(), Closed);
        }

        #[test]
        fn parts_never_run_together(left: (Vec<u8>, Vec<u8>), right: (Vec<u8>, Vec<u8>)) {
            let joined = |(first, second): &(Vec<u8>, Vec<u8>)| length_prefixed(&[first, second]);
            prop_assert_eq!(joined(&left) == joined(&right), left == right);
        }
    }

    #[test]
    fn a_box_too_short_for_a_nonce_is_closed() {
        assert_eq!(open(&[7; 32], b"", &[0; 23]).unwrap_err(), Closed);
    }
}
