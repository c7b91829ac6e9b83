//! The key of an owner, and what follows from it.

use std::fmt;

use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::{
    MasterKey, ValueId, ValueKey,
    cipher::{self, Closed},
    derive,
    limits::KEY_BYTES,
};
use khen_ambient::Chance;
use khen_eventlog::{Fingerprint, LedgerId, OwnerId, WrappedKey};

/// 32 random bytes that belong to one owner; whoever destroys them erases the owner.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct OwnerKey([u8; KEY_BYTES]);

impl OwnerKey {
    /// A fresh key.
    #[must_use]
    pub fn random(chance: &dyn Chance) -> Self {
        Self(chance.bytes())
    }

    /// SHA-256 of the key in lower-case hexadecimal, as the owner's `privacy` stream records it:
    /// it proves later which key was destroyed, and says nothing about the key.
    #[must_use]
    pub fn sha256(&self) -> String {
        hex::encode(Sha256::digest(self.0))
    }

    /// The key of one value, which may be disclosed alone.
    #[must_use]
    pub fn value_key(&self, id: &ValueId) -> ValueKey {
        let key = derive::key(&self.0, "khen/value-key/v1\n", id.as_bytes());
        ValueKey::from_bytes(*key)
    }

    /// What names this person in a campaign; unrelated to their reference in any other campaign.
    #[must_use]
    pub fn nominee_ref(&self, campaign: &str) -> String {
        derive::name(&self.0, "khen/nominee-ref/v1\n", campaign.as_bytes())
    }

    /// What names this person's facts of a year.
    #[must_use]
    pub fn fact_ref(&self, year: i16) -> String {
        derive::name(&self.0, "khen/fact-ref/v1\n", year.to_string().as_bytes())
    }

    /// What names this person's holds, whatever the year.
    #[must_use]
    pub fn hold_ref(&self) -> String {
        derive::name(&self.0, "khen/hold-ref/v1\n", &[])
    }

    /// The fingerprint of a command's canonical body, under the authority's key, so that a body
    /// with a name in it cannot be found by hashing all names.
    #[must_use]
    pub fn fingerprint(&self, canonical_body: &[u8]) -> Fingerprint {
        let key = derive::key(&self.0, "khen/fingerprint/v1\n", &[]);
        Fingerprint::from_bytes(derive::code(&key, "", canonical_body))
    }

    /// The stable id of what a definition calls `handle`, under the authority's key: loading the
    /// definition again gives the same id, and the id does not betray the handle.
    #[must_use]
    pub fn derived_id(&self, kind: &str, handle: &str) -> String {
        let key = derive::key(&self.0, "khen/derived-id/v1\n", &[]);
        let named = cipher::length_prefixed(&[kind.as_bytes(), handle.as_bytes()]);
        derive::name(&key, "", &named)
    }

    /// The key that wraps the keys of this owner's files.
    pub(crate) fn file_wrap(&self) -> Zeroizing<[u8; KEY_BYTES]> {
        derive::key(&self.0, "khen/file-wrap/v1\n", &[])
    }

    pub(crate) fn wrap(
        &self,
        master: &MasterKey,
        associated: &[u8],
        chance: &dyn Chance,
    ) -> WrappedKey {
        WrappedKey(cipher::seal(master.bytes(), associated, &self.0, chance))
    }

    pub(crate) fn unwrap(
        master: &MasterKey,
        associated: &[u8],
        wrapped: &WrappedKey,
    ) -> Result<Self, Closed> {
        let bytes = cipher::open(master.bytes(), associated, &wrapped.0)?;
        bytes.as_slice().try_into().map(Self).map_err(|_| Closed)
    }
}

/// What ties a wrapped key to its owner. A ledger's slug holds no 0 byte, so the two names never
/// run together.
pub(crate) fn owner_key_associated(ledger: &LedgerId, owner: &OwnerId) -> Vec<u8> {
    [
        b"khen/owner-key/v1\n",
        ledger.as_str().as_bytes(),
        &[0],
        owner.0.as_bytes(),
    ]
    .concat()
}

impl fmt::Debug for OwnerKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OwnerKey(REDACTED)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn campaigns_and_persons_have_references_of_their_own(
            keys: ([u8; 32], [u8; 32]),
            campaigns: (String, String),
        ) {
            let (one, other) = (OwnerKey(keys.0), OwnerKey(keys.1));
            prop_assert_eq!(
                one.nominee_ref(&campaigns.0) == one.nominee_ref(&campaigns.1),
                campaigns.0 == campaigns.1
            );
            prop_assert_eq!(
                one.nominee_ref(&campaigns.0) == other.nominee_ref(&campaigns.0),
                keys.0 == keys.1
            );
        }
    }

    /// Computed apart from this code, with Python's `hmac` and `hashlib`.
    #[test]
    fn derivations_never_change() {
        let key = OwnerKey([0x11; 32]);
        let derived = [
            key.sha256(),
            key.nominee_ref("HQ-CCHC-2024"),
            key.fact_ref(2024),
            key.fingerprint(b"{}").to_string(),
            key.derived_id("person", "lan"),
            hex::encode(key.value_key(&ValueId::from_bytes([0x22; 16])).as_bytes()),
            hex::encode(*key.file_wrap()),
        ];
        assert_eq!(derived, KNOWN);
    }

    const KNOWN: [&str; 7] = [
        "02d449a31fbb267c8f352e9968a79e3e5fc95c1bbeaa502fd6454ebde5a4bedc",
        "930f33c03722cda3ecaa4548c2c0843f",
        "dc295d8b5398e7480d5ce47b490a1492",
        "c8dd3c1e5e05675eb479246a283ea54cceaebedb3f0a7181ef734ba2f94fa5e6",
        "ac70d53b086a7f30be5182476377637e",
        "7ebbd576991d14f2778f07efa20a7dfbd31a550187d22d548377931a12383428",
        "e08f6001cd30341c72aed724ebc3c4215a48f61e6a0501e2e5d7b2caacadc01a",
    ];

    #[test]
    fn kind_and_handle_never_run_together() {
        let key = OwnerKey([1; 32]);
        assert_ne!(key.derived_id("ab", "c"), key.derived_id("a", "bc"));
    }

    #[test]
    fn a_key_is_not_shown() {
        assert_eq!(format!("{:?}", OwnerKey([0xab; 32])), "OwnerKey(REDACTED)");
    }
}
