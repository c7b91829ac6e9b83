//! Keys of owners, and values under them.

use std::{fmt, sync::Arc};

use crate::{
    FieldClass, MasterKey, OwnerKey, OwnerWord, PrivacyError, SealedValue, cipher::Closed,
    open_with_value_key, owner::owner_key_associated, value,
};
use khen_ambient::Chance;
use khen_eventlog::{KeyRecord, KeyStore, LedgerId, OwnerId, WrappedKey};

/// One value to be sealed.
#[derive(Clone, PartialEq, Eq)]
pub struct ClearValue<'a> {
    /// How readers of the event will find the owner.
    pub owner_word: OwnerWord,
    /// The class of the field.
    pub class: FieldClass,
    /// The value, at most [`crate::limits::CLEAR_VALUE_BYTES_MAX`] bytes.
    pub text: &'a str,
}

/// Makes, uses and destroys the keys of owners.
///
/// It holds no owner's key between calls: each call asks the key store, so that destroying a key
/// anywhere is obeyed everywhere at once.
#[derive(Clone)]
pub struct Vault {
    keys: Arc<dyn KeyStore>,
    master: Arc<MasterKey>,
    chance: Arc<dyn Chance>,
}

impl Vault {
    /// A vault over these keys.
    #[must_use]
    pub fn new(keys: Arc<dyn KeyStore>, master: MasterKey, chance: Arc<dyn Chance>) -> Self {
        Self {
            keys,
            master: Arc::new(master),
            chance,
        }
    }

    /// The owner's key, or `None` if there never was one.
    ///
    /// # Errors
    /// [`PrivacyError::Destroyed`], [`PrivacyError::WrongMasterKey`] or [`PrivacyError::Office`].
    pub async fn owner_key(
        &self,
        ledger: &LedgerId,
        owner: &OwnerId,
    ) -> Result<Option<OwnerKey>, PrivacyError> {
        match self.keys.key(ledger, owner).await? {
            None => Ok(None),
            Some(record) => self.unwrap(ledger, owner, &record).map(Some),
        }
    }

    /// The owner's key, made if there never was one, and whether this call made it.
    ///
    /// `true` comes once, even if the caller's append fails afterwards: whether the key's hash is
    /// recorded is a question to the owner's `privacy` stream.
    ///
    /// # Errors
    /// As [`Self::owner_key`].
    pub async fn owner_key_or_new(
        &self,
        ledger: &LedgerId,
        owner: &OwnerId,
    ) -> Result<(OwnerKey, bool), PrivacyError> {
        if let Some(key) = self.owner_key(ledger, owner).await? {
            return Ok((key, false));
        }
        let wrapped = self.wrap_new(ledger, owner);
        // Another process may have been faster; what stands is the key, whoever made it.
        let stands = self.keys.keep_key(ledger, owner, wrapped.clone()).await?;
        let key = self.unwrap(ledger, owner, &stands)?;
        Ok((key, stands == KeyRecord::Held(wrapped)))
    }

    /// Seals a value of an owner who has a key.
    ///
    /// It makes no key: whoever makes one records its hash in the same append.
    ///
    /// # Errors
    /// [`PrivacyError::NoKey`], [`PrivacyError::TooLong`], or as [`Self::owner_key`].
    pub async fn seal(
        &self,
        ledger: &LedgerId,
        owner: &OwnerId,
        value: ClearValue<'_>,
    ) -> Result<SealedValue, PrivacyError> {
        let key = self.required_key(ledger, owner).await?;
        value::seal(&key, (ledger, owner), value, &*self.chance)
    }

    /// The clear text of a sealed value.
    ///
    /// # Errors
    /// [`PrivacyError::Closed`], [`PrivacyError::NoKey`], or as [`Self::owner_key`].
    pub async fn open(
        &self,
        ledger: &LedgerId,
        owner: &OwnerId,
        sealed: &SealedValue,
    ) -> Result<String, PrivacyError> {
        let key = self.required_key(ledger, owner).await?;
        open_with_value_key(&key.value_key(&sealed.id()), ledger, owner, sealed)
    }

    /// The person's reference in `campaign`, kept so that [`Self::owner_of`] leads back.
    ///
    /// # Errors
    /// [`PrivacyError::NoKey`], or as [`Self::owner_key`].
    pub async fn keep_nominee_reference(
        &self,
        ledger: &LedgerId,
        owner: &OwnerId,
        campaign: &str,
    ) -> Result<String, PrivacyError> {
        let reference = self
            .required_key(ledger, owner)
            .await?
            .nominee_ref(campaign);
        self.keys.keep_reference(ledger, &reference, owner).await?;
        Ok(reference)
    }

    /// The reference of the person's facts of `year`, kept so that [`Self::owner_of`] leads back.
    ///
    /// # Errors
    /// [`PrivacyError::NoKey`], or as [`Self::owner_key`].
    pub async fn keep_fact_reference(
        &self,
        ledger: &LedgerId,
        owner: &OwnerId,
        year: i16,
    ) -> Result<String, PrivacyError> {
        let reference = self.required_key(ledger, owner).await?.fact_ref(year);
        self.keys.keep_reference(ledger, &reference, owner).await?;
        Ok(reference)
    }

    /// The reference of the person's holds, kept so that [`Self::owner_of`] leads back.
    ///
    /// # Errors
    /// [`PrivacyError::NoKey`], or as [`Self::owner_key`].
    pub async fn keep_hold_reference(
        &self,
        ledger: &LedgerId,
        owner: &OwnerId,
    ) -> Result<String, PrivacyError> {
        let reference = self.required_key(ledger, owner).await?.hold_ref();
        self.keys.keep_reference(ledger, &reference, owner).await?;
        Ok(reference)
    }

    /// Whom a reference leads to, unless it is unknown or its owner is destroyed.
    ///
    /// # Errors
    /// [`PrivacyError::Office`].
    pub async fn owner_of(
        &self,
        ledger: &LedgerId,
        reference: &str,
    ) -> Result<Option<OwnerId>, PrivacyError> {
        Ok(self.keys.owner_of(ledger, reference).await?)
    }

    /// Destroys the owner's key for ever, and with it every value, file and reference of theirs.
    ///
    /// # Errors
    /// [`PrivacyError::Office`].
    pub async fn destroy(&self, ledger: &LedgerId, owner: &OwnerId) -> Result<(), PrivacyError> {
        Ok(self.keys.destroy_key(ledger, owner).await?)
    }

    pub(crate) fn key_store(&self) -> &dyn KeyStore {
        &*self.keys
    }

    pub(crate) fn chance(&self) -> &dyn Chance {
        &*self.chance
    }

    pub(crate) async fn required_key(
        &self,
        ledger: &LedgerId,
        owner: &OwnerId,
    ) -> Result<OwnerKey, PrivacyError> {
        self.owner_key(ledger, owner)
            .await?
            .ok_or(PrivacyError::NoKey)
    }

    fn wrap_new(&self, ledger: &LedgerId, owner: &OwnerId) -> WrappedKey {
        let associated = owner_key_associated(ledger, owner);
        OwnerKey::random(&*self.chance).wrap(&self.master, &associated, &*self.chance)
    }

    pub(crate) fn unwrap(
        &self,
        ledger: &LedgerId,
        owner: &OwnerId,
        record: &KeyRecord,
    ) -> Result<OwnerKey, PrivacyError> {
        match record {
            KeyRecord::Destroyed => Err(PrivacyError::Destroyed),
            KeyRecord::Held(wrapped) => {
                let associated = owner_key_associated(ledger, owner);
                OwnerKey::unwrap(&self.master, &associated, wrapped)
                    .map_err(|Closed| PrivacyError::WrongMasterKey)
            }
        }
    }
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Vault").finish_non_exhaustive()
    }
}

impl fmt::Debug for ClearValue<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClearValue")
            .field("owner_word", &self.owner_word)
            .field("class", &self.class)
            .finish_non_exhaustive()
    }
}
