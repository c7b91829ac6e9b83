//! Appends through the store, by a crowd or by a lone writer.

use std::sync::Arc;

use khen_eventlog::{Append, EventStore};
use tokio::task::JoinSet;

use crate::machine::{Meter, Timed};

/// Makes all appends with `writer_count` writers, each waiting for its answer before its next.
///
/// # Errors
/// When an append is refused.
pub async fn at_once<S: EventStore + 'static>(
    store: &Arc<S>,
    appends: Vec<Append>,
    writer_count: usize,
) -> anyhow::Result<Timed> {
    let mut shares: Vec<Vec<Append>> = (0..writer_count).map(|_| Vec::new()).collect();
    for (index, append) in appends.into_iter().enumerate() {
        shares[index % writer_count].push(append);
    }
    let meter = Meter::start();
    let mut writers = JoinSet::new();
    for share in shares {
        let store = Arc::clone(store);
        writers.spawn(async move {
            for append in share {
                store.append(append).await?;
            }
            anyhow::Ok(())
        });
    }
    while let Some(written) = writers.join_next().await {
        written??;
    }
    Ok(meter.stop())
}
