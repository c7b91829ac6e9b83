//! The bare database: the ledger's own tables and indexes, no locks, no ids looked up, no conditions.

use std::{cell::Cell, sync::Arc};

use tokio::{
    sync::{mpsc, oneshot},
    task::{JoinSet, yield_now},
};
use tokio_postgres::{Client, Statement};

use super::{
    rows::{self, Row},
    server::Server,
};
use crate::{Planned, WRITER_COUNT, machine::Timed, store};

const INSERT_EVENTS: &str = include_str!("../../../../schemas/sql/postgres/insert_events.sql");
const INSERT_EVENT: &str = "
    INSERT INTO ledger.event (
        seat, stream_no, version, occurred_us, recorded_us, command_prefix, id, event_type,
        assignment, correlation, command, salt, data_hash, data
    )
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";

/// Turns of the scheduler that a group commit waits for the writers it has just answered: as many as
/// the ledger does.
const CROWD_TURN_COUNT_MAX: usize = 16;

/// A copy of a filled database. Its connections stay open, one for each writer.
pub struct BarePostgres {
    connections: Vec<Arc<Connection>>,
    next_seat: Cell<i64>,
}

struct Connection {
    client: Client,
    insert_one: Statement,
    insert_many: Statement,
}

impl BarePostgres {
    /// Takes over the database `name`, in which at least one event is recorded.
    ///
    /// # Errors
    /// When Postgres refuses.
    pub async fn open(server: &Server, name: &str) -> anyhow::Result<Self> {
        let mut connections = Vec::with_capacity(WRITER_COUNT);
        for _ in 0..WRITER_COUNT {
            let client = server.client(name).await?;
            let connection = Connection {
                insert_one: client.prepare(INSERT_EVENT).await?,
                insert_many: client.prepare(INSERT_EVENTS).await?,
                client,
            };
            connections.push(Arc::new(connection));
        }
        let last = "SELECT max(seat) FROM ledger.event";
        let last = connections[0].client.query_one(last, &[]).await?;
        Ok(Self {
            connections,
            next_seat: Cell::new(last.try_get::<_, i64>(0)? + 1),
        })
    }

    /// One prepared insert per commit; every writer has a connection of its own.
    ///
    /// # Errors
    /// When Postgres refuses.
    pub async fn insert_each(&self, planned: Vec<Planned>) -> anyhow::Result<Timed> {
        let rows = self.seated(planned).await?;
        // A writer gets each [`WRITER_COUNT`]th piece, so that the connection is always the same.
        let connections = self.connections.iter().cycle().cloned();
        let work = connections.zip(rows).collect();
        let insert = |(connection, row): (Arc<Connection>, Row)| async move {
            rows::insert_one(&connection.client, &connection.insert_one, &row).await
        };
        store::crowd(work, WRITER_COUNT, insert).await
    }

    /// The same by one writer, as if each had taken the median.
    ///
    /// # Errors
    /// When Postgres refuses.
    pub async fn insert_alone(&self, planned: Vec<Planned>) -> anyhow::Result<Timed> {
        let rows = self.seated(planned).await?;
        let Connection {
            client, insert_one, ..
        } = &*self.connections[0];
        let insert = async |row: Row| rows::insert_one(client, insert_one, &row).await;
        store::one_by_one(rows, insert).await
    }

    /// A group commit: each of `connection_count` connections records whatever waits for it in one
    /// statement that commits itself; writers wait for that.
    ///
    /// # Errors
    /// When Postgres refuses.
    pub async fn group_commit(
        &self,
        planned: Vec<Planned>,
        connection_count: usize,
    ) -> anyhow::Result<Timed> {
        let rows = self.seated(planned).await?;
        let mut committers = JoinSet::new();
        let mut queues = Vec::with_capacity(connection_count);
        for connection in &self.connections[..connection_count] {
            let (queue, jobs) = mpsc::channel(WRITER_COUNT);
            committers.spawn(commit_whatever_waits(Arc::clone(connection), jobs));
            queues.push(queue);
        }
        let work = queues.iter().cycle().cloned().zip(rows).collect();
        let write = |(queue, row): (mpsc::Sender<Job>, Row)| async move {
            let (answer, wait) = oneshot::channel();
            // A committer that has failed tells why below.
            let _ = queue.send((row, answer)).await;
            let _ = wait.await;
            Ok(())
        };
        let timed = store::crowd(work, WRITER_COUNT, write).await?;
        drop(queues);
        while let Some(ended) = committers.join_next().await {
            ended??;
        }
        Ok(timed)
    }

    async fn seated(&self, planned: Vec<Planned>) -> anyhow::Result<Vec<Row>> {
        let first = self.next_seat.get();
        self.next_seat.set(first + i64::try_from(planned.len())?);
        rows::seated(&self.connections[0].client, planned, first).await
    }
}

type Job = (Row, oneshot::Sender<()>);

async fn commit_whatever_waits(
    connection: Arc<Connection>,
    mut jobs: mpsc::Receiver<Job>,
) -> anyhow::Result<()> {
    let mut crowd = 0;
    while let Some(first) = jobs.recv().await {
        let mut batch = vec![first];
        for _ in 0..CROWD_TURN_COUNT_MAX {
            while batch.len() < WRITER_COUNT
                && let Ok(job) = jobs.try_recv()
            {
                batch.push(job);
            }
            if batch.len() >= crowd {
                break;
            }
            yield_now().await;
        }
        crowd = batch.len();
        let (rows, answers): (Vec<Row>, Vec<_>) = batch.into_iter().unzip();
        rows::insert(&connection.client, &connection.insert_many, &rows).await?;
        for answer in answers {
            let _ = answer.send(());
        }
    }
    Ok(())
}
