//! Appends through the store, by a crowd or by a lone writer.

use std::{sync::Arc, time::Duration};

use tokio::task::JoinSet;

use crate::machine::{Meter, Timed};
use khen_ambient::Stopwatch;
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

/// Does piece after piece; what is told is as if each had taken the median of them all, so that a
/// moment in which a shared disk was busy elsewhere does not count.
///
/// # Errors
/// When a piece fails.
pub(crate) async fn one_by_one<T>(
    work: Vec<T>,
    act: impl AsyncFn(T) -> anyhow::Result<()>,
) -> anyhow::Result<Timed> {
    let mut times = Vec::with_capacity(work.len());
    let meter = Meter::start();
    for piece in work {
        let watch = Stopwatch::start();
        act(piece).await?;
        times.push(watch.elapsed());
    }
    let whole = meter.stop();
    let count = u32::try_from(times.len())?;
    Ok(Timed {
        elapsed: median_time(times) * count,
        ..whole
    })
}

/// The one in the middle, of at least one.
pub(crate) fn median_time(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Makes all appends one after the other, and tells their median.
///
/// # Errors
/// When an append is refused.
pub async fn alone<S: EventStore>(store: &S, appends: Vec<Append>) -> anyhow::Result<Timed> {
    one_by_one(appends, async |append| {
        Ok(store.append(append).await.map(drop)?)
    })
    .await
}
