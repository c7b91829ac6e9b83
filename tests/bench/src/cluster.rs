//! A province at work: private services, and the program's own processes over them.

mod client;
mod cpu;
mod program;
mod spread;

use std::time::Duration;

use tempfile::TempDir;
use tokio::time::sleep;

use self::{
    client::{Client, Told},
    cpu::Spent,
    program::{Program, Worker},
};
pub use self::{
    cpu::{Used, percent_of_a_core},
    spread::{Spread, below},
};
use khen_ambient::Stopwatch;
use khen_eventlog::limits::PARTITION_COUNT;
use khen_testbed::{NatsServer, Postgres};

/// Workers at work.
const WORKER_COUNT: usize = 2;
/// A commit waits for the disk, as in production; the memory suits a small server.
const SETTINGS: [&str; 2] = ["fsync=on", "shared_buffers=512MB"];
/// The database.
const DATABASE: &str = "khen";
/// Between two looks at something that takes seconds.
const GLANCE: Duration = Duration::from_millis(100);
/// Between two questions for rows that come with the next poll.
const TURN: Duration = Duration::from_millis(1);

/// Workers over a database with a province in it, and a client that is one more process of it.
pub struct Cluster {
    // Khen's processes go first, then what they lean on.
    workers: Vec<Worker>,
    client: Client,
    program: Program,
    nats: NatsServer,
    postgres: Postgres,
    _folder: TempDir,
}

impl Cluster {
    /// Makes a province of so many authorities, without any worker.
    ///
    /// # Errors
    /// When the program is not built, or one of its tasks fails.
    pub async fn start(ledger_count: usize) -> anyhow::Result<Self> {
        let program = Program::find()?;
        let folder = tempfile::tempdir()?;
        let (postgres, nats) = (Postgres::start_with(&SETTINGS), NatsServer::start());
        let program = program.over(folder.path(), &postgres.database(DATABASE), &nats.url());
        program.succeed(&["migrate"])?;
        program.succeed(&["province", "--authorities", &ledger_count.to_string()])?;
        let url = postgres.url(DATABASE);
        let client = Client::open(&url, &nats.url(), &program.master_key()).await?;
        Ok(Self {
            workers: Vec::new(),
            client,
            program,
            nats,
            postgres,
            _folder: folder,
        })
    }

    /// The server's version and settings, for the report.
    #[must_use]
    pub fn settings(&self) -> String {
        let settings = SETTINGS.join(" ");
        format!("Postgres {}, {settings}", self.client.server())
    }

    /// Starts the workers that are missing, and waits until they have shared everything out.
    ///
    /// # Errors
    /// When one does not start.
    pub async fn complete(&mut self) -> anyhow::Result<()> {
        while self.workers.len() < WORKER_COUNT {
            self.workers.push(self.program.work()?);
        }
        let share = usize::from(PARTITION_COUNT) / WORKER_COUNT;
        while self.client.shares().await? != [share; WORKER_COUNT] {
            self.must_run()?;
            sleep(GLANCE).await;
        }
        Ok(())
    }

    /// Waits until every sink has followed everything; answers with how many events there are, and how
    /// long it took.
    ///
    /// # Errors
    /// When a worker has ended.
    pub async fn catch_up(&mut self) -> anyhow::Result<(u64, Duration)> {
        let watch = Stopwatch::start();
        while !self.client.is_caught_up().await? {
            self.must_run()?;
            sleep(GLANCE).await;
        }
        Ok((self.client.size().await?, watch.elapsed()))
    }

    /// Does now what the database would else do by itself in the middle of a measurement.
    pub fn settle(&self) {
        for sql in ["VACUUM ANALYZE", "CHECKPOINT"] {
            self.postgres.run_sql(DATABASE, sql);
        }
    }

    /// What every process uses of the CPU in `time`, while nothing happens.
    ///
    /// # Errors
    /// Where there is no `/proc`.
    pub async fn idle(&mut self, time: Duration) -> anyhow::Result<Vec<Used>> {
        let mut all = Vec::new();
        for (number, worker) in self.workers.iter().enumerate() {
            all.push((format!("worker {}", number + 1), worker.id()));
        }
        all.push(("postgres".to_owned(), self.postgres.process().id()));
        all.push(("nats-server".to_owned(), self.nats.process().id()));
        let watch = Stopwatch::start();
        let before = Spent::of_all(&all)?;
        sleep(time).await;
        let after = Spent::of_all(&all)?;
        self.must_run()?;
        let elapsed = watch.elapsed();
        let used = all.into_iter().zip(before.iter().zip(&after));
        Ok(used
            .map(|((name, _), (before, after))| Used::between(name, (before, after), elapsed))
            .collect())
    }

    /// Carries out `count` commands, one after the other in ledgers of all partitions; how long after
    /// each answer the rows knew it. The rows are asked without pause.
    ///
    /// # Errors
    /// When a command is refused.
    pub async fn visible(&mut self, count: usize) -> anyhow::Result<Spread> {
        let mut times = Vec::with_capacity(count);
        for number in 0..count {
            let told = self.client.tell(number).await?;
            times.push(self.client.seen(&told, Duration::ZERO).await?);
        }
        self.must_run()?;
        Ok(Spread::of(times))
    }

    /// The same at moments spread evenly over the polls of the workers. The rows are asked every
    /// millisecond.
    ///
    /// # Errors
    /// When a command is refused.
    pub async fn visible_by_poll(&mut self, count: usize) -> anyhow::Result<Spread> {
        let mut times = Vec::with_capacity(count);
        for number in 0..count {
            sleep(moment(number)).await;
            let told = self.client.tell(number).await?;
            times.push(self.client.seen(&told, TURN).await?);
        }
        self.must_run()?;
        Ok(Spread::of(times))
    }

    /// kill -9 of the NATS server.
    pub fn kill_nats(&mut self) {
        self.nats.kill();
    }

    /// kill -9 of a worker; commands go on in ledgers of all partitions. How long it takes until the
    /// rows of each know a command that was carried out after the death.
    ///
    /// # Errors
    /// When a command is refused.
    pub async fn take_over(&mut self) -> anyhow::Result<Duration> {
        drop(self.workers.remove(0));
        let watch = Stopwatch::start();
        let mut waiting: Vec<Told> = Vec::new();
        for number in 0..self.client.partition_count() {
            waiting.push(self.client.tell(number).await?);
        }
        while !waiting.is_empty() {
            self.must_run()?;
            for number in 0..self.client.partition_count() {
                self.client.tell(number).await?;
            }
            self.client.strike_seen(&mut waiting).await?;
        }
        Ok(watch.elapsed())
    }

    fn must_run(&mut self) -> anyhow::Result<()> {
        self.workers.iter_mut().try_for_each(Worker::must_run)
    }
}

/// The part of a second after which the command of this number comes: by the golden ratio, so that any
/// number of them is spread evenly.
fn moment(number: usize) -> Duration {
    const GOLDEN: f64 = 0.618_033_988_749_895;
    let number = u32::try_from(number).unwrap_or(u32::MAX);
    Duration::from_secs_f64((f64::from(number) * GOLDEN).fract())
}
