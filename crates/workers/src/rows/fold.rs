//! Folds facts over the rows that they touch.

use std::collections::HashMap;

use async_trait::async_trait;

use khen_projections::{Fact, Projection};
use khen_read_model::{Batch, QueryError, RowStore, load};

/// The rows of one projection, on their way through a batch.
#[async_trait]
pub(super) trait Folding: Send {
    /// Folds `facts` over the rows that they touch; rows met for the first time are loaded.
    async fn take(
        &mut self,
        rows: &dyn RowStore,
        ledger: &str,
        facts: &[Fact],
    ) -> Result<(), QueryError>;

    /// Puts what came out.
    fn put(&self, batch: &mut Batch);
}

/// The rows of `P` that were touched so far, by key.
pub(super) struct Fold<P: Projection>(HashMap<String, Folded<P::Row>>);

/// A row, and whether the store has one of its key.
struct Folded<R> {
    is_stored: bool,
    row: Option<R>,
}

impl<P: Projection> Fold<P> {
    /// No row yet.
    pub(super) fn new() -> Self {
        Self(HashMap::new())
    }

    /// The row of this key as it stands, if there is one and it was met.
    pub(super) fn row(&self, key: &str) -> Option<&P::Row> {
        self.0.get(key).and_then(|folded| folded.row.as_ref())
    }

    /// Loads the rows of `keys` that were not met yet.
    pub(super) async fn meet(
        &mut self,
        rows: &dyn RowStore,
        ledger: &str,
        keys: impl Iterator<Item = &String>,
    ) -> Result<(), QueryError> {
        let new = keys.filter(|key| !self.0.contains_key(*key));
        let mut new: Vec<String> = new.cloned().collect();
        new.sort_unstable();
        new.dedup();
        let mut loaded = load::<P::Row>(rows, ledger, &new).await?;
        for key in new {
            let row = loaded.remove(&key);
            let is_stored = row.is_some();
            self.0.insert(key, Folded { is_stored, row });
        }
        Ok(())
    }
}

#[async_trait]
impl<P: Projection> Folding for Fold<P> {
    async fn take(
        &mut self,
        rows: &dyn RowStore,
        ledger: &str,
        facts: &[Fact],
    ) -> Result<(), QueryError> {
        let touched = facts.iter().map(|fact| (fact, P::keys(fact)));
        let touched: Vec<_> = touched.filter(|(_, keys)| !keys.is_empty()).collect();
        let keys = touched.iter().flat_map(|(_, keys)| keys);
        self.meet(rows, ledger, keys).await?;
        for (fact, keys) in &touched {
            for key in keys {
                if let Some(folded) = self.0.get_mut(key) {
                    folded.row = P::evolve(key, folded.row.take(), fact);
                }
            }
        }
        Ok(())
    }

    fn put(&self, batch: &mut Batch) {
        for (key, Folded { is_stored, row }) in &self.0 {
            match row {
                Some(row) => batch.put(row),
                None if *is_stored => batch.remove::<P::Row>(key),
                // It came and went within the batch.
                None => {}
            }
        }
    }
}
