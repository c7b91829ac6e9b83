//! Pulls a ledger into its mirror, once or for as long as it runs.

mod beginning;
mod blobs;
mod downloads;
mod log;
mod receipt;
mod segments;
mod signed;
mod turn;

pub(super) use self::turn::Task;

use std::{collections::VecDeque, ops::Range, path::Path, time::Duration};

use super::{checked::Checked, mirror::Mirror, notes};
use crate::client::{Alarm, Client, Fetched, Stop, facts};
use khen_audit::{CosigningKey, SignedCheckpoint, VerifierKey};
use khen_eventlog::{ConsumerId, LedgerId};
use khen_export::{Coding, Format, limits::PAGE_BYTES_MAX, repr_digest};

/// Seconds that the server may let a question wait for news.
const WAIT_SECONDS: u64 = 30;
/// The pause before a server that gives no answer is asked again; it doubles up to the longest.
const PAUSE_FIRST: Duration = Duration::from_secs(1);
const PAUSE_LONGEST: Duration = Duration::from_mins(1);

/// What a mirror has come to.
#[derive(Debug, Clone)]
pub(crate) struct Pulled {
    pub(crate) ledger: LedgerId,
    /// Events in the mirror.
    pub(crate) next: u64,
    /// Events of the ledger, as the server said last.
    pub(crate) log_size: u64,
    /// The root of the tree of the mirror's events.
    pub(crate) root: String,
    /// How many of them the office was told of.
    pub(crate) acknowledged: Option<u64>,
}

/// A ledger that is to be mirrored.
pub(crate) struct Pull<'a> {
    /// Who asks.
    pub(crate) client: &'a Client,
    pub(crate) ledger: LedgerId,
    /// Events asked for at once.
    pub(crate) page_events: usize,
    /// What cosigns the checkpoints that are kept, where something does.
    pub(crate) cosign: Option<&'a CosigningKey>,
    /// Under which name the office is told what is kept, where it is.
    pub(crate) ack: Option<&'a ConsumerId>,
    /// Whether the documents that events name are kept as well.
    pub(crate) blobs: bool,
    /// Hears what becomes of the mirror.
    pub(crate) told: &'a dyn Fn(News<'_>) -> Result<(), Stop>,
}

/// What a person is told while a mirror grows.
#[derive(Debug, Clone, Copy)]
pub(crate) enum News<'a> {
    /// More is kept.
    Kept(&'a Pulled),
    /// Documents came.
    Documents {
        ledger: &'a LedgerId,
        /// How many.
        kept: usize,
    },
    /// The office signs what it exports with another key than before.
    NewExportKey {
        ledger: &'a LedgerId,
        key: &'a VerifierKey,
        /// Where the keys are pinned.
        file: &'a Path,
    },
    /// One of many ledgers is not pulled, at least for now.
    Stopped {
        ledger: &'a LedgerId,
        /// Why.
        stop: &'a Stop,
    },
}

impl Pull<'_> {
    /// Pulls until the mirror in this folder has every event that the server had.
    pub(crate) async fn once(self, folder: &Path) -> Result<Pulled, Stop> {
        let mut pulling = Pulling::begin(self, folder).await?;
        loop {
            match pulling.step(0).await {
                Ok(pulled) if pulled.next == pulled.log_size => return Ok(pulled),
                Ok(_) => {}
                Err(stop) => match stop.retry_after() {
                    Some(pause) => tokio::time::sleep(pause).await,
                    None => return Err(stop),
                },
            }
        }
    }

    /// Pulls for ever: waits for news, and for a server that gives no answer at the moment.
    pub(crate) async fn follow(self, folder: &Path) -> Result<Pulled, Stop> {
        let mut pulling = Pulling::begin(self, folder).await?;
        let mut pause = PAUSE_FIRST;
        loop {
            match pulling.step(WAIT_SECONDS).await {
                Ok(_) => pause = PAUSE_FIRST,
                Err(stop) if stop.is_unanswered() => {
                    tokio::time::sleep(pause).await;
                    pause = PAUSE_LONGEST.min(pause * 2);
                }
                Err(stop) => return Err(stop),
            }
        }
    }
}

/// A ledger on its way into its mirror.
pub(super) struct Pulling<'a> {
    pull: Pull<'a>,
    mirror: Mirror,
    /// A checkpoint of the log, until the events for it are there.
    pending: Option<SignedCheckpoint>,
    /// The keys that sign pages; none before the log is signed for the first time.
    export_keys: Vec<VerifierKey>,
    /// How many events were acknowledged, since the process began.
    acknowledged: Option<u64>,
    /// Segments that were listed, and are to be taken in next.
    listed: VecDeque<Range<u64>>,
    /// Whether what is left is rather asked for page by page.
    is_caught_up: bool,
}

impl<'a> Pulling<'a> {
    /// Opens the mirror and makes sure that the server's ledger is the one that it mirrors: what was
    /// kept last must still stand there.
    async fn begin(pull: Pull<'a>, folder: &Path) -> Result<Self, Stop> {
        let mirror = Mirror::open(folder, &pull.ledger)?;
        let export_keys = notes::keys(mirror.folder(), notes::EXPORT_KEYS)?;
        let mut pulling = Self {
            pull,
            mirror,
            pending: None,
            export_keys: export_keys.unwrap_or_default(),
            acknowledged: None,
            listed: VecDeque::new(),
            is_caught_up: false,
        };
        if let Err(stop) = pulling.meet().await {
            if matches!(stop, Stop::Alarm { .. }) {
                pulling.testify().await?;
            }
            return Err(stop);
        }
        Ok(pulling)
    }

    /// Asks for the last event that is kept.
    async fn meet(&mut self) -> Result<(), Stop> {
        let last = self.mirror.next().checked_sub(1);
        if let (Some(last), Some(leaf)) = (last, self.mirror.last_leaf()) {
            let (page, answer) = self.ask(last, 1, 0).await?;
            if page.leaves != [leaf] {
                return Err(self.alarm(Alarm::RolledBack, answer.log_size));
            }
        }
        Ok(())
    }

    /// Takes in one segment, or one page where the mirror is not far behind.
    async fn step(&mut self, wait_seconds: u64) -> Result<Pulled, Stop> {
        // The log never signs for more than there is: what is asked for afterwards reaches as far.
        self.look().await?;
        self.meet_export().await?;
        let pulled = match self.catch_up().await? {
            Some(pulled) if pulled.next < pulled.log_size => pulled,
            // What is signed for is there; only a page says how much more there is.
            Some(_) | None => self.page(wait_seconds).await?,
        };
        self.fetch_blobs().await?;
        Ok(pulled)
    }

    /// Asks for one page and keeps it.
    async fn page(&mut self, wait_seconds: u64) -> Result<Pulled, Stop> {
        let next = self.mirror.next();
        let (page, answer) = self.ask(next, self.pull.page_events, wait_seconds).await?;
        let count = page.lines.len() as u64;
        if answer.next != next + count || answer.log_size < answer.next {
            return Err(self.damaged("Khen-Next does not follow from the events"));
        }
        // Nothing on the way to the end of the log would be asked for again for ever.
        if count == 0 && answer.log_size > next {
            return Err(self.damaged("an empty page before the end of the log"));
        }
        if count > 0 {
            self.mirror.keep(&page)?;
        }
        self.compare(answer.log_size)?;
        self.acknowledge().await?;
        let pulled = self.pulled(answer.log_size);
        if count > 0 {
            (self.pull.told)(News::Kept(&pulled))?;
        }
        Ok(pulled)
    }

    /// What the mirror has come to; the ledger has `log_size` events.
    fn pulled(&self, log_size: u64) -> Pulled {
        Pulled {
            ledger: self.pull.ledger.clone(),
            next: self.mirror.next(),
            log_size,
            root: self.mirror.root().to_owned(),
            acknowledged: self.acknowledged,
        }
    }

    /// Asks for events from a position on, and checks what comes.
    async fn ask(&mut self, from: u64, limit: usize, wait: u64) -> Result<(Checked, Answer), Stop> {
        let fetched = self.fetch_page(from, limit, wait).await?;
        self.check_signature(from, &fetched).await?;
        let answer = Answer::of(&fetched).ok_or_else(|| self.damaged("headers are missing"))?;
        let lines = self.lines(fetched)?;
        let page = Checked::parse(lines, from, self.mirror.source());
        let page = page.map_err(|error| self.damaged(&error.to_string()))?;
        Ok((page, answer))
    }

    async fn fetch_page(&self, from: u64, limit: usize, wait: u64) -> Result<Fetched, Stop> {
        let path = format!("/export/v1/{}/events", self.pull.ledger);
        let query = [("from", from), ("limit", limit as u64), ("wait", wait)];
        let query = query.map(|(name, value)| (name, value.to_string()));
        let query = query
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        let headers = [
            ("accept", Format::Lines.media_type()),
            ("accept-encoding", "zstd, gzip"),
        ];
        let client = self.pull.client;
        let patience = Duration::from_secs(wait);
        let fetched = client.fetch(&path, &query, &headers, patience).await;
        fetched.map_err(|stop| self.rolled_back(stop))
    }

    /// The lines of an answer, whose digest is right.
    fn lines(&self, fetched: Fetched) -> Result<Vec<u8>, Stop> {
        if fetched.header("repr-digest") != Some(&repr_digest(&fetched.bytes)) {
            return Err(self.damaged("Repr-Digest is not that of the bytes"));
        }
        let coding = match fetched.header("content-encoding") {
            None => Some(Coding::Identity),
            Some(name) => Coding::parse(name),
        };
        let coding = coding.ok_or_else(|| self.damaged("an unknown Content-Encoding"))?;
        let decoded = coding.decode(fetched.bytes, PAGE_BYTES_MAX);
        decoded.map_err(|error| self.damaged(&error.to_string()))
    }

    /// A cursor beyond the end of the log means that the server forgot events that it had handed out.
    fn rolled_back(&self, stop: Stop) -> Stop {
        match &stop {
            Stop::Refused(problem) | Stop::Later(problem)
                if problem["code"] == khen_texts::Problem::CursorAheadOfLog.as_str() =>
            {
                let size = problem["facts"]["log_size"].as_u64().unwrap_or_default();
                self.alarm(Alarm::RolledBack, size)
            }
            Stop::Refused(_)
            | Stop::Later(_)
            | Stop::NoAnswer { .. }
            | Stop::Unclear { .. }
            | Stop::Here { .. }
            | Stop::Alarm { .. }
            | Stop::Terminal(_) => stop,
        }
    }

    fn alarm(&self, alarm: Alarm, log_size: u64) -> Stop {
        let (kept, log_size) = (self.mirror.next().to_string(), log_size.to_string());
        let told = [
            ("ledger", self.pull.ledger.as_str()),
            ("kept", &kept),
            ("log_size", &log_size),
        ];
        Stop::Alarm {
            alarm,
            facts: facts(told),
        }
    }

    fn damaged(&self, reason: &str) -> Stop {
        let told = [("ledger", self.pull.ledger.as_str()), ("reason", reason)];
        Stop::Alarm {
            alarm: Alarm::Damaged,
            facts: facts(told),
        }
    }
}

/// What the headers of a page say.
struct Answer {
    next: u64,
    log_size: u64,
}

impl Answer {
    fn of(fetched: &Fetched) -> Option<Self> {
        let number = |name| fetched.header(name)?.parse().ok();
        Some(Self {
            next: number("khen-next")?,
            log_size: number("khen-log-size")?,
        })
    }
}
