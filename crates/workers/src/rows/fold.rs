//! Folds facts over the rows that they touch.

use std::collections::BTreeSet;

use khen_projections::{Fact, Projection};
use khen_read_model::{Batch, QueryError, RowStore, load};

/// Loads the rows of one projection that `facts` touch, folds, and puts what comes out.
pub(super) async fn fold<P: Projection>(
    rows: &dyn RowStore,
    facts: &[Fact],
    batch: &mut Batch,
) -> Result<(), QueryError> {
    let keys: BTreeSet<String> = facts.iter().flat_map(P::keys).collect();
    let keys: Vec<String> = keys.into_iter().collect();
    let mut loaded = load::<P::Row>(rows, batch.ledger(), &keys).await?;
    for fact in facts {
        for key in P::keys(fact) {
            let row = P::evolve(&key, loaded.remove(&key), fact);
            loaded.extend(row.map(|row| (key, row)));
        }
    }
    for key in &keys {
        match loaded.get(key) {
            Some(row) => batch.put(row),
            None => batch.remove::<P::Row>(key),
        }
    }
    Ok(())
}
