//! Takes whatever waits and records it in one transaction.
//!
//! One flush to the disk pays for a whole batch. Nobody is answered before the commit; who has gone
//! away by then is not missed.

use std::sync::Arc;

use tokio::{
    sync::{mpsc, oneshot},
    task::yield_now,
};

use super::{directory::Directory, writer::Writer};
use crate::{
    Database,
    fault::Fault,
    limits::{
        BATCH_APPEND_COUNT_MAX, BATCH_DATA_BYTES_MAX, CROWD_TURN_COUNT_MAX, QUEUE_APPEND_COUNT_MAX,
    },
};
use khen_ambient::Clock;
use khen_eventlog::{Append, AppendError, Receipt};

/// The answer to an append.
pub(super) type Outcome = Result<Receipt, AppendError>;

struct Job {
    append: Append,
    answer: oneshot::Sender<Outcome>,
}

impl Job {
    fn data_bytes(&self) -> usize {
        let events = self.append.events().iter();
        events.map(|event| event.data.len()).sum()
    }
}

/// The way to a committer. Once it is dropped, the committer finishes what waits and ends.
pub(super) struct Committer(mpsc::Sender<Job>);

impl Committer {
    pub(super) fn start(
        database: Database,
        directory: Arc<Directory>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        let (queue, jobs) = mpsc::channel(QUEUE_APPEND_COUNT_MAX);
        let writer = Writer::new(database, directory, clock);
        tokio::spawn(work(writer, jobs));
        Self(queue)
    }

    /// Hands the append over and waits for its answer. Once handed over it cannot be withdrawn.
    pub(super) async fn carry_out(&self, append: Append) -> Outcome {
        let (answer, wait) = oneshot::channel();
        self.0
            .send(Job { append, answer })
            .await
            .map_err(|_| Fault::Stopped)?;
        wait.await.map_err(|_| Fault::Stopped)?
    }
}

async fn work(mut writer: Writer, mut queue: mpsc::Receiver<Job>) {
    let (mut crowd, mut jobs) = (0, Vec::new());
    loop {
        if !writer.holds_locks() {
            let Some(first) = queue.recv().await else {
                break;
            };
            jobs.push(first);
        }
        take_what_waits(&mut jobs, &mut queue);
        for _ in 0..CROWD_TURN_COUNT_MAX {
            if jobs.len() >= crowd {
                break;
            }
            // Those who were answered just now come again in a moment; one flush then pays for
            // them too. A lone writer never waits here.
            yield_now().await;
            take_what_waits(&mut jobs, &mut queue);
        }
        crowd = jobs.len();
        if jobs.is_empty() {
            writer.let_go().await;
            continue;
        }
        let appends: Vec<&Append> = jobs.iter().map(|job| &job.append).collect();
        let outcomes = writer.settle(&appends).await;
        for (job, outcome) in jobs.drain(..).zip(outcomes) {
            // A caller that has gone away needs no answer; its append stands all the same.
            let _ = job.answer.send(outcome);
        }
    }
}

fn take_what_waits(jobs: &mut Vec<Job>, queue: &mut mpsc::Receiver<Job>) {
    let mut bytes: usize = jobs.iter().map(Job::data_bytes).sum();
    while jobs.len() < BATCH_APPEND_COUNT_MAX && bytes < BATCH_DATA_BYTES_MAX {
        let Ok(job) = queue.try_recv() else {
            break;
        };
        bytes += job.data_bytes();
        jobs.push(job);
    }
}
