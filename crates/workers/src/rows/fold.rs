//! Folds facts over the rows that they touch.

use std::collections::HashMap;

use khen_projections::{Fact, Projection};
use khen_read_model::{Batch, QueryError, RowStore, load};

/// Loads the rows of one projection that `facts` touch, folds, and puts what comes out.
pub(super) async fn fold<P: Projection>(
    rows: &dyn RowStore,
    facts: &[Fact],
    batch: &mut Batch,
) -> Result<(), QueryError> {
    let touched = facts.iter().map(|fact| (fact, P::keys(fact)));
    let touched: Vec<_> = touched.filter(|(_, keys)| !keys.is_empty()).collect();
    let mut keys: Vec<String> = touched.iter().flat_map(|(_, keys)| keys).cloned().collect();
    keys.sort_unstable();
    keys.dedup();
    let mut loaded = load::<P::Row>(rows, batch.ledger(), &keys).await?;
    let before = keys.iter().map(|key| (key.as_str(), loaded.remove(key)));
    let mut folded: HashMap<&str, Folded<P::Row>> =
        before.map(|(key, row)| (key, Folded::of(row))).collect();
    for (fact, keys) in &touched {
        for key in keys {
            if let Some(folded) = folded.get_mut(key.as_str()) {
                folded.row = P::evolve(key, folded.row.take(), fact);
            }
        }
    }
    for (key, Folded { is_stored, row }) in folded {
        match row {
            Some(row) => batch.put(&row),
            None if is_stored => batch.remove::<P::Row>(key),
            // It came and went within the batch.
            None => {}
        }
    }
    Ok(())
}

/// A row on its way through the facts, and whether the store has one of its key.
struct Folded<R> {
    is_stored: bool,
    row: Option<R>,
}

impl<R> Folded<R> {
    fn of(row: Option<R>) -> Self {
        Self {
            is_stored: row.is_some(),
            row,
        }
    }
}
