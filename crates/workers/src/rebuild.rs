//! Makes all rows anew beside those that serve, and puts them in their place.

mod comparing;
mod differing;
mod error;
mod filling;
mod progress;

use std::{collections::BTreeMap, sync::Arc};

pub use self::{
    comparing::Agreement,
    differing::{OddRow, Oddness},
    error::RebuildError,
    progress::Progress,
};
use self::{
    comparing::{Compared, SECOND_LOOK_AFTER},
    filling::{Filling, Report},
};
use crate::{RowsSink, Sink as _, limits};
use khen_eventlog::{EventFeed, LedgerId};
use khen_privacy::Vault;
use khen_read_model::{ContentHash, RowSets, Set};

/// What a rebuild came to, for one ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rebuilt {
    /// The ledger.
    pub ledger: LedgerId,
    /// Events that the rows knew when they were hashed.
    pub events: u64,
    /// The hash over all its rows.
    pub content: ContentHash,
    /// What the rows that served had in common with them.
    pub agreement: Agreement,
}

/// Fills another set of rows by the steps of every follower, compares it with the rows that serve, and
/// puts it in their place. Until then the rows that serve are read and moved as ever; to be switched they
/// stand still for a moment, in which nobody misses an answer.
pub struct Rebuild {
    feed: Arc<dyn EventFeed>,
    sets: Arc<dyn RowSets>,
    vault: Vault,
}

impl Rebuild {
    /// A rebuild of the rows in `sets`; `vault` opens the names in events.
    #[must_use]
    pub fn new(feed: Arc<dyn EventFeed>, sets: Arc<dyn RowSets>, vault: Vault) -> Self {
        Self { feed, sets, vault }
    }

    /// Makes the rows of all ledgers anew; `report` is told after every batch. Rows that differ from
    /// those that served take their place all the same: the ledger is the truth.
    ///
    /// # Errors
    /// [`RebuildError`].
    pub async fn run(&self, report: Report<'_>) -> Result<Vec<Rebuilt>, RebuildError> {
        self.empty_what_is_ahead().await?;
        let sink = RowsSink::new(self.sets.beside().await?, self.vault.clone());
        let mut filling = Filling::begin(Arc::clone(&self.feed), sink, report).await?;
        let agreements = self.compare_all(&mut filling).await?;
        let rebuilt = hash_all(&mut filling, agreements).await?;
        self.put_in_place(&mut filling, Set::Beside).await?;
        Ok(rebuilt)
    }

    /// Brings the rows that served before up to date and puts them back in place.
    ///
    /// # Errors
    /// [`RebuildError`].
    pub async fn back(&self, report: Report<'_>) -> Result<(), RebuildError> {
        let previous = self.sets.previous().await?;
        let previous = previous.ok_or(RebuildError::NoPrevious)?;
        let sink = RowsSink::new(previous, self.vault.clone());
        let mut filling = Filling::begin(Arc::clone(&self.feed), sink, report).await?;
        self.put_in_place(&mut filling, Set::Previous).await
    }

    /// Rows that know more than their ledger holds are those of another: it was restored from a backup,
    /// say. No set could ever take the place of those.
    async fn empty_what_is_ahead(&self) -> Result<(), RebuildError> {
        let served = self.sets.served();
        let ledgers = self.feed.ledgers().await?;
        let sizes = ledgers
            .iter()
            .map(|ledger| (ledger.id.as_str(), ledger.size));
        let sizes: BTreeMap<_, _> = sizes.collect();
        for (slug, cursor) in served.cursors().await? {
            let size = sizes.get(slug.as_str()).map_or(0, |size| size.0);
            if cursor.0 > size {
                served.reset(&slug).await?;
            }
        }
        Ok(())
    }

    /// Compares ledger by ledger; what differs is compared once more in the end.
    async fn compare_all(&self, filling: &mut Filling<'_>) -> Result<Vec<Compared>, RebuildError> {
        let served = self.sets.served();
        let (ledgers, _) = filling.look().await?;
        let mut all = Vec::with_capacity(ledgers.len());
        for ledger in ledgers {
            let compared = Compared::of(filling, &*served, ledger).await?;
            if !compared.is_different() {
                filling.follow_to_end(&compared.ledger).await?;
            }
            all.push(compared);
        }
        if all.iter().any(Compared::is_different) {
            tokio::time::sleep(SECOND_LOOK_AFTER).await;
        }
        for compared in all.iter_mut().filter(|compared| compared.is_different()) {
            *compared = Compared::of(filling, &*served, compared.ledger.clone()).await?;
        }
        Ok(all)
    }

    /// Brings the set as near to the ends of all ledgers as they let it, then holds whoever moves the
    /// rows that serve, goes the last step and switches.
    async fn put_in_place(&self, filling: &mut Filling<'_>, to: Set) -> Result<(), RebuildError> {
        for _ in 0..limits::APPROACH_COUNT_MAX {
            let (ledgers, missing) = filling.look().await?;
            for ledger in &ledgers {
                filling.follow_to_end(ledger).await?;
            }
            if missing <= limits::APPROACH_EVENT_COUNT {
                break;
            }
        }
        let held = self.sets.hold().await?;
        let served = RowsSink::new(self.sets.served(), self.vault.clone());
        filling.reach(&served.cursors().await?).await?;
        Ok(held.switch(to).await?)
    }
}

/// Takes the rows to the ends of the ledgers and hashes them there.
async fn hash_all(
    filling: &mut Filling<'_>,
    all: Vec<Compared>,
) -> Result<Vec<Rebuilt>, RebuildError> {
    let mut rebuilt = Vec::with_capacity(all.len());
    for compared in all {
        filling.follow_to_end(&compared.ledger).await?;
        let (cursor, content) = compared.content(filling).await?;
        rebuilt.push(Rebuilt {
            ledger: compared.ledger.id,
            events: cursor.0,
            content,
            agreement: compared.agreement,
        });
    }
    Ok(rebuilt)
}
