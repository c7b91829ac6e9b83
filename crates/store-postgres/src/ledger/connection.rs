//! The connection of a committer: a transaction in two round trips, each one bundle of statements, or
//! in one where a single append needs no look.
//!
//! The first of two takes the locks and looks; each statement of it sees what was committed before the lock
//! was had, because it begins after. (One statement that locks and looks would see older things.) The
//! second records and commits. Where locks go on to the next transaction, the second begins that too.

use std::future::Future;

use deadpool_postgres::ClientWrapper;
use futures::join;
use tokio::time::timeout;
use tokio_postgres::{Row, Statement};

use super::{
    batch::Wanted,
    columns::{EventColumns, StreamColumns},
    look::Look,
    read::{Ask, prefix},
    turn::Turn,
};
use crate::{
    Database,
    fault::Fault,
    limits::{ROUND_TRIP_PATIENCE, TAIL_EVENT_COUNT_MAX},
    readers::Values,
    session::Purpose,
    sql,
};

/// Which rows to look at, in arrays of equal length each.
#[derive(Debug)]
pub(super) struct Questions<'a> {
    /// The ledgers to lock, in ascending order; none where the transaction has begun with its locks.
    pub(super) ledgers: Vec<i64>,
    /// Those of them of which something is remembered, each with the seat of the last event of that.
    pub(super) known: (Vec<i64>, Vec<i64>),
    /// The others.
    pub(super) unknown: Vec<i64>,
    pub(super) look: &'a Look<'a>,
    /// Commands, each by ledger, prefix and whole id.
    pub(super) commands: (Vec<i64>, Vec<i64>, Vec<Vec<u8>>),
}

/// What the first round trip has seen.
pub(super) struct Seen {
    pub(super) tails: Vec<Row>,
    pub(super) last_events: Vec<Row>,
    pub(super) streams: Vec<Row>,
    pub(super) commands: Vec<Row>,
}

pub(super) struct Connection {
    client: ClientWrapper,
    lock: Statement,
    read_tails: Statement,
    last_events: Statement,
    find_streams: Statement,
    find_commands: Statement,
    insert_streams: Statement,
    insert_events: Statement,
    append_alone: Statement,
}

impl Connection {
    pub(super) async fn open(database: &Database) -> Result<Self, Fault> {
        let client = database.client(Purpose::Committer).await?;
        let opening = async {
            client.batch_execute(sql::PREPARE_KEEP_LOCKS).await?;
            client.batch_execute(sql::PREPARE_MOVE_LOCKS).await?;
            Ok(Self {
                lock: client.prepare(sql::LOCK_LEDGERS).await?,
                read_tails: client.prepare(sql::READ_TAILS).await?,
                last_events: client.prepare(sql::LAST_EVENTS).await?,
                find_streams: client.prepare(sql::FIND_STREAMS).await?,
                find_commands: client.prepare(sql::FIND_COMMANDS).await?,
                insert_streams: client.prepare(sql::INSERT_STREAMS).await?,
                insert_events: client.prepare(sql::INSERT_EVENTS).await?,
                append_alone: client.prepare(sql::APPEND_ALONE).await?,
                client,
            })
        };
        in_time(opening).await
    }

    /// Whether the connection is known to be broken.
    pub(super) fn is_closed(&self) -> bool {
        self.client.is_closed()
    }

    /// Begins and locks, unless that was done with the last commit, and looks.
    pub(super) async fn begin(&self, questions: &Questions<'_>) -> Result<Seen, Fault> {
        let Questions {
            ledgers,
            known: (known, seats),
            unknown,
            look,
            commands: (command_ledgers, prefixes, ids),
        } = questions;
        let ledgers: Values<'_> = &[ledgers];
        // One more than may come, so that too many are seen to be.
        let most = i64::try_from(TAIL_EVENT_COUNT_MAX + 1).unwrap_or(i64::MAX);
        let tails: Values<'_> = &[known, seats, &most];
        let commands: Values<'_> = &[command_ledgers, prefixes, ids];
        let looking = async {
            let (begun, locked, tails, last_events, streams, commands) = join!(
                self.begin_if(!questions.ledgers.is_empty()),
                self.ask_if(!questions.ledgers.is_empty(), &self.lock, ledgers),
                self.ask_if(!known.is_empty(), &self.read_tails, tails),
                self.last_events(unknown),
                self.streams(look),
                self.client.query(&self.find_commands, commands),
            );
            begun?;
            locked?;
            Ok(Seen {
                tails: tails?,
                last_events: last_events?,
                streams: streams?,
                commands: commands?,
            })
        };
        in_time(looking).await
    }

    /// Looks once more, inside the transaction: where these ledgers end, and at streams.
    pub(super) async fn look_again(
        &self,
        ledgers: &Vec<i64>,
        look: &Look<'_>,
    ) -> Result<(Vec<Row>, Vec<Row>), Fault> {
        let looking = async {
            let (ends, streams) = join!(self.last_events(ledgers), self.streams(look));
            Ok((ends?, streams?))
        };
        in_time(looking).await
    }

    async fn last_events(&self, ledgers: &Vec<i64>) -> Result<Vec<Row>, tokio_postgres::Error> {
        let is_any = !ledgers.is_empty();
        self.ask_if(is_any, &self.last_events, &[ledgers]).await
    }

    async fn streams(&self, look: &Look<'_>) -> Result<Vec<Row>, tokio_postgres::Error> {
        let values: Values<'_> = &[&look.ledgers, &look.names];
        let is_any = !look.is_empty();
        self.ask_if(is_any, &self.find_streams, values).await
    }

    async fn begin_if(&self, is_wanted: bool) -> Result<(), tokio_postgres::Error> {
        if is_wanted {
            self.client.batch_execute(sql::BEGIN).await?;
        }
        Ok(())
    }

    /// Asks for nothing where nothing is wanted, which is most often so.
    async fn ask_if(
        &self,
        is_wanted: bool,
        statement: &Statement,
        values: Values<'_>,
    ) -> Result<Vec<Row>, tokio_postgres::Error> {
        if !is_wanted {
            return Ok(Vec::new());
        }
        self.client.query(statement, values).await
    }

    /// Records and commits; the locks are held on where the turn goes on.
    pub(super) async fn record(
        &self,
        streams: &StreamColumns<'_>,
        events: &EventColumns<'_>,
        next: Option<&Turn>,
    ) -> Result<(), Fault> {
        let commit = next.map_or_else(|| sql::COMMIT.to_owned(), Turn::commit);
        in_time(async {
            // A statement that fails leaves the others failing and the commit undoing.
            let (streams, events, committed) = join!(
                self.insert_streams(streams),
                self.insert_events(events),
                self.client.batch_execute(&commit),
            );
            streams?;
            events?;
            committed.map_err(|error| match next {
                // It may have failed before the commit or after.
                Some(_) => Fault::Unheard(error),
                None => error.into(),
            })
        })
        .await
    }

    /// Ends a transaction that was begun with the last commit, and in which nothing is recorded.
    pub(super) async fn let_go(&self) -> Result<(), Fault> {
        in_time(async { Ok(self.client.batch_execute(sql::COMMIT).await?) }).await
    }

    async fn insert_streams(&self, new: &StreamColumns<'_>) -> Result<(), tokio_postgres::Error> {
        if new.stream_no.is_empty() {
            return Ok(());
        }
        let statement = &self.insert_streams;
        self.client.execute(statement, &new.values()).await?;
        Ok(())
    }

    async fn insert_events(&self, new: &EventColumns<'_>) -> Result<(), tokio_postgres::Error> {
        if new.seat.is_empty() {
            return Ok(());
        }
        let statement = &self.insert_events;
        self.client.execute(statement, &new.values()).await?;
        Ok(())
    }

    /// Records one append in a transaction of its own; answers with the count of its events, or with
    /// none where it has to be asked first.
    pub(super) async fn append_alone(
        &self,
        wanted: Wanted<'_>,
        streams: &StreamColumns<'_>,
        events: &EventColumns<'_>,
    ) -> Result<u64, Fault> {
        let (ledger, command) = wanted.command();
        let (prefix, whole) = (prefix(command), command.as_bytes().as_slice());
        let asked: Values<'_> = &[&ledger.0, &prefix, &whole];
        let (streams, events) = (streams.values(), events.values());
        let values = [&streams[..], &events[..], asked].concat();
        in_time(async { Ok(self.client.execute(&self.append_alone, &values).await?) }).await
    }

    /// Undoes whatever the transaction has done.
    pub(super) async fn roll_back(&self) -> Result<(), Fault> {
        in_time(async { Ok(self.client.batch_execute("ROLLBACK").await?) }).await
    }
}

impl Ask for Connection {
    async fn ask(&self, sql: &str, values: Values<'_>) -> Result<Vec<Row>, Fault> {
        in_time(async {
            let statement = self.client.prepare_cached(sql).await?;
            Ok(self.client.query(&statement, values).await?)
        })
        .await
    }
}

/// A server that says nothing for so long counts as gone, with the connection to it.
async fn in_time<T>(work: impl Future<Output = Result<T, Fault>>) -> Result<T, Fault> {
    timeout(ROUND_TRIP_PATIENCE, work)
        .await
        .unwrap_or(Err(Fault::Silent))
}
