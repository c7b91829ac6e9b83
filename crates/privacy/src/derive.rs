//! Keys and names made from a key.

use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::limits::KEY_BYTES;

/// HKDF-SHA256 with an empty salt (RFC 5869); `info` = `domain` ‖ `detail`.
pub(crate) fn key(
    parent: &[u8; KEY_BYTES],
    domain: &str,
    detail: &[u8],
) -> Zeroizing<[u8; KEY_BYTES]> {
    let mut derived = Zeroizing::new([0; KEY_BYTES]);
    Hkdf::<Sha256>::new(None, parent)
        .expand_multi_info(&[domain.as_bytes(), detail], derived.as_mut_slice())
        .expect("32 bytes are fewer than the 8,160 that HKDF-SHA256 can give");
    derived
}

/// HMAC-SHA256 (RFC 2104) of `domain` ‖ `detail`.
pub(crate) fn code(key: &[u8; KEY_BYTES], domain: &str, detail: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
    mac.update(domain.as_bytes());
    mac.update(detail);
    mac.finalize().into_bytes().into()
}

/// The first 16 bytes of [`code`] as 32 lower-case hexadecimal digits.
pub(crate) fn name(key: &[u8; KEY_BYTES], domain: &str, detail: &[u8]) -> String {
    hex::encode(&code(key, domain, detail)[..16])
}
