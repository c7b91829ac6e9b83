//! Sealing and opening of one value under its own key.

use std::fmt;

use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::{
    ClearValue, OwnerKey, PrivacyError, SealedValue, ValueId, cipher,
    error::bounded,
    limits::{CLEAR_VALUE_BYTES_MAX, KEY_BYTES},
};
use khen_ambient::Chance;
use khen_eventlog::{LedgerId, OwnerId};

/// Opens one value and no other; made by [`OwnerKey::value_key`].
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct ValueKey([u8; KEY_BYTES]);

impl ValueKey {
    /// The key with these bytes, as somebody disclosed it.
    #[must_use]
    pub fn from_bytes(bytes: [u8; KEY_BYTES]) -> Self {
        Self(bytes)
    }

    /// The bytes, for disclosing them.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; KEY_BYTES] {
        &self.0
    }
}

impl fmt::Debug for ValueKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ValueKey(REDACTED)")
    }
}

/// The clear text of `sealed`, for whoever was given the key of this one value.
///
/// # Errors
/// [`PrivacyError::Closed`] when the box was not sealed under this key for this ledger, owner and
/// class, or was changed.
pub fn open_with_value_key(
    key: &ValueKey,
    ledger: &LedgerId,
    owner: &OwnerId,
    sealed: &SealedValue,
) -> Result<String, PrivacyError> {
    let associated = associated(ledger, owner, sealed.class.as_str());
    let clear = cipher::open(&key.0, &associated, &sealed.content)
        .map_err(|cipher::Closed| PrivacyError::Closed)?;
    // Only text is sealed, so bytes that are no text were not sealed here.
    std::str::from_utf8(&clear)
        .map(ToOwned::to_owned)
        .map_err(|_| PrivacyError::Closed)
}

/// Seals `value` under a fresh id.
pub(crate) fn seal(
    key: &OwnerKey,
    (ledger, owner): (&LedgerId, &OwnerId),
    value: ClearValue<'_>,
    chance: &dyn Chance,
) -> Result<SealedValue, PrivacyError> {
    bounded("value", value.text.len(), CLEAR_VALUE_BYTES_MAX)?;
    let id = ValueId::random(chance);
    let associated = associated(ledger, owner, value.class.as_str());
    let value_key = key.value_key(&id);
    Ok(SealedValue {
        content: cipher::seal(&value_key.0, &associated, value.text.as_bytes(), chance),
        class: value.class,
        id,
        owner: value.owner_word,
    })
}

fn associated(ledger: &LedgerId, owner: &OwnerId, class: &str) -> Vec<u8> {
    cipher::length_prefixed(&[
        ledger.as_str().as_bytes(),
        owner.0.as_bytes(),
        class.as_bytes(),
    ])
}
