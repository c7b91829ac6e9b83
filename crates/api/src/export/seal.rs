//! What the log of a ledger says of it at the moment.

use super::sending::Signer;
use crate::{
    parts::Api,
    problem::{Problem, unavailable},
};
use khen_audit::{Origin, SignedCheckpoint, SigningKey};
use khen_eventlog::{LedgerId, SealedLog};

/// The log as it is now.
pub(super) struct Seal {
    pub(super) log: SealedLog,
    /// The name of the log; none before it is signed for the first time.
    pub(super) origin: Option<Origin>,
}

impl Seal {
    /// The log of this ledger.
    ///
    /// # Errors
    /// The problem `unavailable`.
    pub(super) async fn of(api: &Api, ledger: &LedgerId) -> Result<Self, Problem> {
        let log = api.parts.tiles.log(ledger).await?.unwrap_or_default();
        let signed = log.signed.as_ref();
        let signed = signed.map(|kept| SignedCheckpoint::parse(&kept.note));
        let signed = signed.transpose().map_err(|error| unavailable(&error))?;
        Ok(Self {
            origin: signed.map(|signed| signed.checkpoint().origin().clone()),
            log,
        })
    }

    /// How many events witnesses have cosigned.
    pub(super) fn witnessed_size(&self) -> u64 {
        let witnessed = self.log.witnessed.as_ref();
        witnessed.map_or(0, |witnessed| witnessed.size.0)
    }

    /// The key that signs what leaves this ledger; none before its log has a name.
    pub(super) fn key(&self, api: &Api) -> Option<SigningKey> {
        api.parts.export_key.of(self.origin.as_ref()?)
    }

    /// What signs a page now.
    pub(super) fn signer(&self, api: &Api) -> Option<Signer> {
        let now = api.parts.clock.now().as_second();
        self.key(api).map(|key| Signer { key, now })
    }
}
