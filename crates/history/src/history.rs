//! Where stories are told from.

use std::{fmt, sync::Arc};

use khen_eventlog::EventStore;
use khen_privacy::Vault;
use khen_texts::Texts;

/// Tells how cases came to be, from the ledger itself.
#[derive(Clone)]
pub struct History {
    pub(crate) store: Arc<dyn EventStore>,
    pub(crate) vault: Vault,
    pub(crate) texts: Arc<Texts>,
}

impl History {
    /// A teller over this store, with the keys to personal values and the words for people.
    #[must_use]
    pub fn new(store: Arc<dyn EventStore>, vault: Vault, texts: Arc<Texts>) -> Self {
        Self {
            store,
            vault,
            texts,
        }
    }
}

impl fmt::Debug for History {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("History").finish_non_exhaustive()
    }
}
