//! Appends through the store, by a crowd or by a lone writer.

use std::sync::Arc;

use tokio::task::JoinSet;

use crate::machine::{Meter, Timed};
use khen_eventlog::{Append, EventStore};

/// Makes all appends with `writer_count` writers, each waiting for its answer before its next.
///
/// # Errors
/// When an append is refused.
pub async fn at_once<S: EventStore + 'static>(
    store: &Arc<S>,
    appends: Vec<Append>,
    writer_count: usize,
) -> anyhow::Result<Timed> {
    let store = Arc::clone(store);
    let append = move |append| {
        let store = Arc::clone(&store);
        async move { Ok(store.append(append).await.map(drop)?) }
    };
    crowd(appends, writer_count, append).await
}

/// Shares `work` out to `writer_count` writers; each does its share piece by piece.
///
/// # Errors
/// When a piece fails.
pub(crate) async fn crowd<T, D>(
    work: Vec<T>,
    writer_count: usize,
    act: impl Fn(T) -> D + Clone + Send + 'static,
) -> anyhow::Result<Timed>
where
    T: Send + 'static,
    D: Future<Output = anyhow::Result<()>> + Send,
{
    let mut shares: Vec<Vec<T>> = (0..writer_count).map(|_| Vec::new()).collect();
    for (index, piece) in work.into_iter().enumerate() {
        shares[index % writer_count].push(piece);
    }
    let meter = Meter::start();
    let mut writers = JoinSet::new();
    for share in shares {
        let act = act.clone();
        writers.spawn(async move {
            for piece in share {
                act(piece).await?;
            }
            anyhow::Ok(())
        });
    }
    while let Some(written) = writers.join_next().await {
        written??;
    }
    Ok(meter.stop())
}
